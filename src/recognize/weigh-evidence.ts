/** What stands right before a number: the nearest word, and the signs between the two. */
export interface Lead {
  word: string
  signs: string
  /** The last sign before blanks and punctuation, when it is no letter: `]` of "host [192.0.2.1]: 550". */
  closer: string
  wordStart: number
}

const BETWEEN = new Set(' \t_:;=,-~*|"\'`“‘«(<[{#>\\')
const REACH = 14
const LONGEST_WORD = 40

/** Reads what stands right before a position, at most some fifty signs. */
export function leadOf(text: string, from: number, position: number): Lead {
  let at = position
  while (at > from && position - at < REACH && BETWEEN.has(text.charAt(at - 1))) {
    // A closed bracket is the end of something, not the beginning of this.
    if (text.charAt(at - 1) === '>' && text.charAt(at) === ':') break
    at -= 1
  }
  const signs = text.slice(at, position)
  const closer = at > from ? text.charAt(at - 1) : ''
  let wordStart = at
  while (wordStart > from && at - wordStart < LONGEST_WORD && isLetter(text.charCodeAt(wordStart - 1)))
    wordStart -= 1
  return { word: text.slice(wordStart, at).toLowerCase(), signs, closer, wordStart }
}

function isLetter(unit: number): boolean {
  return (unit > 64 && unit < 91) || (unit > 96 && unit < 123)
}

const SAYING = new Set(
  `said says saying replied responded answered returned returns returning response responses reply replies answer answers
  error errors err code codes status smtp esmtp lmtp rejected reject rejects stat led smtpmsg smtpstatus responsecode
  smtpresponse diagnosticcode failure failed fails bounced bounces bounce deferred reason diag got getting gave gives receive
  received smtpcode statuscode errorcode smtperror throws threw rejection erreur fehler fehlercode codigo codice réponse`.split(
    /\s+/,
  ),
)
/** Words that mean a reply only when a sign sets it apart: "the answer was: 550", `with message "550 …"`. */
const INTRODUCING = new Set(
  `me with was is are message msg info detail details result text output login mail email emails server host data connection
  starttls ehlo helo auth to sent panic fatal defer deferral diagnostic diagnostics success accepted delivered remote follows
  delivery description comment cause bouncing permanent temporary transient c line at refused from mta recipient recipients
  rcpt address body pipelined queued note log exception warning dsn found end`.split(/\s+/),
)
/** Of those, the ones that log lines let a bracket or an equals sign follow: "status=sent (250 ok)", `C="250 OK"`. */
const OPENING_WORDS = new Set([
  'c',
  'sent',
  'queued',
  'defer',
  'deferred',
  'success',
  'delivered',
  'accepted',
])
const EXCEPTION_NAME = /(?:error|exception|refused|busy)$/

/** Whether what stands before a number announces a reply. */
export function announcesReply({ word, signs, closer }: Lead): boolean {
  if (SAYING.has(word) || EXCEPTION_NAME.test(word)) return !/[-,|*]/.test(signs) || /[:;="'`(]/.test(signs)
  if (INTRODUCING.has(word)) return /[:"'`“‘«]/.test(signs) || (/[=(]/.test(signs) && OPENING_WORDS.has(word))
  return closer !== '' && '])>'.includes(closer) && signs.includes(':')
}

const OTHER_CODES =
  /(?:exit(?:ed)?(?: with)?(?: an?)?(?: code| status)?|(?:http|zip|postal|area|country|product|promo|discount|socket|errno|qr|source|bar|dialling|dialing|color|colour|booking|currency|expected(?: response)?|expecting|language|dress)[ -](?:error |status |return |response )?(?:codes?|error|status)?|expected)[^\w]{0,3}$/i
const WEB =
  /\bHTTP\b|https? (?:error|status|request|response)|\b(?:GET|POST|PUT|HEAD|PATCH|DELETE) \/|\bnginx\b|\bapache\d?\b|\bweb ?(?:server|site|page|hook)\b|\burllib|\baxios\b|\bcurl: \(|\bREST\b|\bAPI\b|\bupstream\b|\bHTTPError\b|\brequests\.exceptions\b|\bSIP\/2/i

/** curl speaks of HTTP and of SMTP; the command tells which: "curl: (55) RCPT failed: 550". */
const FAILED_COMMAND = /\b(?:EHLO|HELO|MAIL|RCPT|DATA|STARTTLS) failed: $/

/** Whether the words before a number make it another kind of code: of HTTP, of a program's exit, of a postal address. */
export function isOtherCode(text: string, from: number, position: number, to: number): boolean {
  if (OTHER_CODES.test(text.slice(Math.max(from, position - 40), position))) return true
  if (FAILED_COMMAND.test(text.slice(Math.max(from, position - 20), position))) return false
  return WEB.test(text.slice(Math.max(from, position - 160), Math.min(to, position + 80)))
}

const UNIT =
  /^(?:%|°|[€£$]|(?:ml|cl|dl|l|mg|g|kg|t|mm|cm|m|km|ft|in|lbs?|oz|ms|µs|us|ns|s|secs?|mins?|h|hrs?|[kmgt]bit|[KMGTkmgt]i?[Bb]|[kMG]?bps|px|pt|em|rem|dpi|[kMG]?Hz|[kM]?Wh?|V|mAh|mph|km\/h|rpm|USD|EUR|GBP|CHF|CAD|AUD|INR|JPY|am|pm|AM|PM|x|k|pp|pages?|bucks)(?![\w.@-]))/
const COUNTED =
  /^(?:people|men|women|children|guests|euros?|dollars?|pounds?|francs?|bytes?|octets?|percent|per cent|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|total|million|thousand|hundred|billion|degrees?|volts?|watts?|calories|grams?|lit(?:re|er)s?|met(?:re|er)s?|miles?|kilomet(?:re|er)s?|personnes|jours|heures|horas|personas|tage|stunden|personen|exists|recent|expunge)\b/i
const GLUE =
  /^(?:of|and|or|in|were|are|out|per|more|less|different|new|other|additional|is|was|has|had|will|would|can|could|means?|vs|versus|as|at|on|when|then|instead|again|to(?= \d))\b(?! (?:not|no|a|the)\b)/
const HOUSE =
  /^(?:[NSEW]\.? )?(?:[\w'-]{1,20} ){1,3}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Drive|Boulevard|Blvd\.?|Square|Suite|Highway|Parkway|Plaza)(?=$|[\s,.])/
const HTTP_REASONS: Record<string, string> = {
  200: 'ok',
  201: 'created',
  202: 'accepted',
  204: 'no content',
  301: 'moved permanently',
  302: 'found',
  303: 'see other',
  304: 'not modified',
  307: 'temporary redirect',
  308: 'permanent redirect',
  400: 'bad request',
  401: 'unauthorized',
  402: 'payment required',
  403: 'forbidden',
  404: 'not found',
  405: 'method not allowed',
  406: 'not acceptable',
  407: 'proxy authentication required',
  408: 'request timeout',
  409: 'conflict',
  410: 'gone',
  500: 'internal server error',
  501: 'not implemented',
  502: 'bad gateway',
  503: 'service unavailable',
  504: 'gateway timeout',
  505: 'http version not supported',
}
/** RFC 959's replies, as vsftpd, ProFTPD and FileZilla word them. */
const FTP_WORDS =
  /^(?:failed to (?:open|change|delete)|permission denied\.?$|login incorrect|please specify the password|password required for|entering (?:extended )?passive|transfer complete|directory (?:successfully|changed|send)|here comes the directory|opening (?:ascii|binary|data)|data connection|can't open data|file (?:status|successfully|exists|not found)|switching to (?:binary|ascii)|unix type|user \S{1,60} logged in|login successful|remote system type|[^\s:]{1,120}: no such file|"\/|.{0,40}\bFTP\b(?! command))/i
const FIRST_WORD = /^\p{L}[\p{L}'’]{3,30}(?=$|[\s,;!?]|\.(?:\s|$))/u
const PLURAL = /[^siu'’]s$/
/** Things of mail that are counted as often as they are refused: "250 messages were sent". */
const COUNTED_MAIL =
  /^(?:messages|recipients|users|mails|e-?mails|headers|connections|sessions|attachments|links|domains|accounts|senders|commands|lines|errors|mailboxes|addresses|requests|replies|bounces|servers|hosts)$/

/** Whether a sentence goes on behind a number, rather than a reply's words: "error 550 when sending". */
export function goesOn(words: string): boolean {
  return GLUE.test(words) || /^\w{2,20}=/.test(words)
}

/** Whether HTTP uses a code and SMTP does not. */
export function isHttpOnly(reply: string): boolean {
  return /^(?:20[0-8]|30[0-8]|40\d|41[0-8]|42[2-9]|431|505)$/.test(reply)
}

/**
 * Whether the words behind a lone number make it a count, a measure, a house number, or a reply of HTTP or FTP. Applied
 * to every reply without an enhanced code, so that a reply cut out of its text is read as it was read there.
 */
export function makesOrdinaryNumber(reply: string, words: string): boolean {
  if (words === '') return false
  const opening = words.slice(0, 160)
  if (UNIT.test(opening) || COUNTED.test(opening) || GLUE.test(opening) || HOUSE.test(opening)) return true
  if (FTP_WORDS.test(opening)) return true
  const reason = HTTP_REASONS[reply]
  if (reason !== undefined && opening.replace(/[.!)"' ]+$/, '').toLowerCase() === reason) return true
  const first = FIRST_WORD.exec(opening)?.[0]
  if (first === undefined || !PLURAL.test(first) || first === first.toUpperCase()) return false
  return COUNTED_MAIL.test(first) || !PLAIN_VOCABULARY.test(opening)
}

const PLAIN_VOCABULARY =
  /\b(?:mail(?:box)?|e-?mail|user|recipients?|sender|address(?:es)?|relay(?:ing)?|domain|rcpt|helo|ehlo|e?smtp|spam\w{0,6}|black-?list(?:ed)?|block-?list(?:ed)?|rbl|dnsbl|dmarc|spf|dkim|grey-?list(?:ed|ing)?|quota|account|queued|accepted|rejected|denied|refused|blocked|policy|auth(?:entication|enticated)?|credentials|syntax|unavailable|service|message|bye|closing|connection|connect|ready|tls|starttls|host|ip|try again|later|too many|error|pleasure|pleased|go ahead|storage|invalid|unknown|unrout(?:e)?able|parameters?|transaction|implemented|greeting|sequence|unrecognized|delivered|delivery|sent|timed out|lost|expired|ok|goodbye|permitted|permission|not allowed|not authorized|exceeded|size|temporar(?:y|ily)|permanent(?:ly)?|requested|action|failure|failed|undeliverable|reputation|verify|verified|reverse|dns|ptr|virus|content|certificate|mx|hop count|loops?|locals|headers?|success|(?:lpn|ofr)_?\d{3}\w*|inactive|disabled|suspended|full|end data|unsolicited|limit)\b|bo[iî]te|destinataire|adresse|utilisateur|usuario|buz[oó]n|correo|benutzer|empf[aä]nger|postfach|unbekannt|utente|casella|destinat[aá]rio|usu[aá]rio|почт|пользовател|ящик|получател|用户|用戶|邮箱|收件人|退信|拒绝|メール|ユーザ|宛先/i
const STRONG_VOCABULARY =
  /\bno such (?:user|recipient|mailbox|domain|address)|user (?:unknown|not found|doesn|does not|is unknown)|unknown (?:user|recipient|mailbox|address)|mailbox|relay(?:ing)? (?:not|access|denied)|relaying|recipient|\bsender\b|\bsmtp\b|\besmtp\b|helo\b|ehlo\b|\brcpt\b|requested (?:mail )?action|\bqueued\b|grey-?list|spam|dkim|dmarc|\bspf\b|\brbl|dnsbl|starttls|mail from|e-?mail address|closing (?:transmission|connection)|unrouteable|authentication|\brelay\b|syntax error|command (?:not|un)|bad sequence|\bptr\b|service not available|message (?:rejected|refused|accepted|size)|black-?listed|block-?list|blocked using|start mail input|end data with/i

/** Whether words are such as replies use; `isAlone` says that nothing else in the text speaks of mail. */
export function soundsLikeReply(words: string, isAlone: boolean): boolean {
  return (isAlone ? STRONG_VOCABULARY : PLAIN_VOCABULARY).test(words.slice(0, 160))
}

const VERSIONED =
  /(?:\b(?:versions?|ver|v|release[ds]?|mysql|mariadb|php|kernel|linux|ubuntu|debian|exim|nginx|apache|openssl|python|node|node\.js|nodejs|ruby|perl|postgres(?:ql)?|wordpress|drupal|laravel|symfony|spamassassin|clamav|dovecot|roundcube|thunderbird|outlook|android|ios|macos|firmware|builds?|sections?|chapters?|figure|table|step|rfc ?\d{1,4},?|postfix|sendmail|exchange|zimbra|qt|java|tomcat|redis|mongodb|sqlite|bash|gcc|jquery|react|vue|angular|npm|upgrade[ds]?(?: to)?|updated?(?: to)?|patch|server|client|library|package|client|phpmailer|nodemailer|plugin|driver|app)|§|[/@])[ \t]{0,2}[("'v=-]{0,2}$/i
const HEADING =
  /^(?:\w{1,20} )?(?:release|releases|released|changelog|introduction|overview|scope|security (?:fix|update)|bug ?fix|new features?|notes?|installation|requirements|stable|lts|beta|alpha|and (?:newer|later|above)|or (?:newer|later|higher|above)|for (?:linux|windows|mac))\b/i
const NUMBERED_SECTION = /^\.[ \t]{1,8}[A-Z]/

/** Whether a number of three parts, [start, end), is a version or a heading rather than an enhanced code. */
export function isVersion(text: string, from: number, start: number, end: number, to: number): boolean {
  const after = text.slice(end, Math.min(to, end + 60))
  return (
    VERSIONED.test(text.slice(Math.max(from, start - 30), start)) ||
    HEADING.test(after.trimStart()) ||
    (from === start && NUMBERED_SECTION.test(after)) ||
    /^-\w/.test(after)
  )
}
