import { LANGUAGES, SOURCE_LANGUAGE } from '#src/i18n/languages.ts'

/*
 * How the site is to be served, and the same said in the words of each host. vite.config.ts imports this file too, so it
 * knows neither a bundler nor the catalogue.
 */

/** For every answer of every host. HSTS is apart, since it means nothing without TLS. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // One policy, which lets two addresses be workers: src/worker/script-address.ts.
    'trusted-types replydiff-worker',
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

/** What a host with TLS sends. upgrade-insecure-requests is missing on purpose: no address of ours is absolute. */
export const HOST_HEADERS = {
  ...SECURITY_HEADERS,
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
}

const IMMUTABLE = 'public, max-age=31536000, immutable'
const REVALIDATED = 'no-cache'

/** A hashed name never changes what it means; everything else is asked for again, and mostly answered with 304. */
export function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? IMMUTABLE : REVALIDATED
}

/**
 * By the end of a name. Whatever ends like one of these is a file: when it is missing, the answer is never a page, which
 * after a deploy would be run, and cached, as a script.
 */
export const FILE_TYPES = {
  css: 'text/css',
  ico: 'image/x-icon',
  js: 'text/javascript',
  json: 'application/json',
  map: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
}
const OPEN_SEARCH = 'application/opensearchdescription+xml'

export const NO_SUCH_FILE = 'There is no such file.'

/** Codes of the catalogue outside the grammar of replies: met in logs, and explained like the others. */
export const CODES_BEYOND_GRAMMAR = [
  '101',
  '111',
  '471',
  '498',
  '499',
  '570',
  '571',
  '591',
  '601',
  '602',
  '605',
]

const WRITTEN =
  '# Written by src/prerender/hosting.ts; change that, then: UPDATE_HOSTING=1 npx vitest run --project data hosting'

// Written for the engines of JavaScript, nginx (PCRE) and Caddy (RE2) alike. Captures take nothing that could end a header.
const TAG = LANGUAGES.map(({ tag }) => tag).join('|')
const REPLY = `[2-5][0-5][0-9]|${CODES_BEYOND_GRAMMAR.join('|')}`
const ENHANCED = String.raw`[245]\.[0-9]{1,3}\.[0-9]{1,3}`
const CODE = `(?:(?:${REPLY})(?:-${ENHANCED})?|${ENHANCED})`
const CODES = `${CODE}(?:-vs-${CODE})?`
/** As a browser's search field sends two codes; `\x20` since the Caddyfile ends a word at a space. */
const TYPED_PAIR = String.raw`(?:${REPLY})[\x20+](?:${REPLY})`
const SLUG = `(${REPLY})(?:[^0-9/][^/]*?)?`
const OLD_PAIR = `compare/smtp/${SLUG}-vs-${SLUG}`

const ROUTES = {
  start: '^/$',
  languageStart: `^/(?:${TAG})/$`,
  page: `^/(?:${TAG})/smtp/${CODES}$`,
  pageWithoutLanguage: `^/smtp/(?:${CODES}|${TYPED_PAIR})$`,
  oldLink: `^/(${TAG})/${OLD_PAIR}$`,
  oldLinkWithoutLanguage: `^/${OLD_PAIR}$`,
  file: String.raw`^/assets/|\.(?:${Object.keys(FILE_TYPES).join('|')})$`,
}

/** Other ways to write an address of ours. What is captured is the address. */
const OTHER_FORMS = {
  page: String.raw`^(/(?:(?:${TAG})/)?smtp/${CODES})(?:/|\.html)$`,
  start: String.raw`^(/(?:${TAG}))(?:/index\.html)?$`,
  shell: String.raw`^(/)index\.html$`,
}

const { file, ...pages } = ROUTES

/** The app's own addresses below the base, with a slash before them, for whoever has to know them elsewhere. */
export const APP_ROUTES: readonly string[] = Object.values(pages)

const APP = APP_ROUTES.map((source) => new RegExp(source))
const FILE = new RegExp(file)

/** Whether an address is one of the app's, prerendered or not: exactly those are answered with 200. */
export function isAppPath(path: string): boolean {
  return APP.some((route) => route.test(path))
}

export type Answer =
  | { kind: 'file'; file: string; status: 200 | 404 }
  | { kind: 'no-such-file' }
  | { kind: 'redirect'; to: string }

/**
 * What a host gives for a path, percent-encoded as it came and without its query. `exists` tells of a name like
 * `en/smtp/550.html` whether the site has that file. Old links are left to the app, which knows them too.
 */
export function answerTo(path: string, exists: (file: string) => boolean): Answer {
  const decoded = decode(path)
  if (decoded === null) return { kind: 'file', file: '404.html', status: 404 }

  for (const [kind, form] of Object.entries(OTHER_FORMS)) {
    const [, address] = new RegExp(form).exec(decoded) ?? []
    if (address) return { kind: 'redirect', to: kind === 'start' ? `${address}/` : address }
  }
  const name = decoded.slice(1)
  if (isAppPath(decoded)) {
    const page = decoded.endsWith('/') ? `${name}index.html` : `${name}.html`
    return { kind: 'file', file: exists(page) ? page : 'index.html', status: 200 }
  }
  if (FILE.test(decoded)) {
    return exists(name) ? { kind: 'file', file: name, status: 200 } : { kind: 'no-such-file' }
  }
  if (name !== '404.html' && exists(name)) return { kind: 'file', file: name, status: 200 }
  return { kind: 'file', file: '404.html', status: 404 }
}

/** Null for what is no name of a file anywhere: an escape cut short, a control character, a climb. */
function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path)
    return /\p{Cc}|\\|(?:^|\/)\.\.?(?:\/|$)|^\/\/|^[^/]/u.test(decoded) ? null : decoded
  } catch {
    return null
  }
}

/** For GitHub Pages, which sends no headers of ours. First in the head, since a policy holds from where it stands. */
export function metaTags(): string {
  // Browsers ignore it in a document, and complain.
  const policy = SECURITY_HEADERS['Content-Security-Policy'].replace(/ frame-ancestors [^;]*;/, '')
  return [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="referrer" content="${SECURITY_HEADERS['Referrer-Policy']}">`,
  ].join('')
}

/**
 * `_headers` of Netlify and Cloudflare Pages. Both have a file asked for again unless told otherwise; a second
 * Cache-Control for everything would be joined with the one for assets, not replaced by it.
 */
export function headersFile(): string {
  const line = ([name, value]: [string, string]) => `  ${name}: ${value}`
  return `${WRITTEN}
/*
${Object.entries(HOST_HEADERS).map(line).join('\n')}

/assets/*
  Cache-Control: ${IMMUTABLE}

/opensearch.xml
  Content-Type: ${OPEN_SEARCH}

/*.webmanifest
  Content-Type: ${FILE_TYPES.webmanifest}
`
}

/**
 * `_redirects` of Netlify and Cloudflare Pages: which addresses get the shell with 200. Both find prerendered pages by
 * themselves, and answer the rest with 404.html.
 */
export function redirectsFile(): string {
  const rule = (from: string, to: string) => `${from.padEnd(24)} ${to.padEnd(12)} 200`
  const tags = LANGUAGES.map(({ tag }) => tag)
  return `${WRITTEN}
# Nothing is prerendered here, so the shell may answer everything.
${['/smtp/*', '/compare/smtp/*', ...tags.map((tag) => `/${tag}/compare/smtp/*`)].map((from) => rule(from, '/')).join('\n')}

# For Netlify alone, which gives a prerendered page precedence. Cloudflare would not; it passes over rules that lead to
# /index.html, with a warning, and answers pages that are not prerendered with 404.html, which is the same shell.
${tags.map((tag) => rule(`/${tag}/smtp/*`, '/index.html')).join('\n')}
`
}

/** Where a site stands. A test changes nothing else, so what it tests is what is shipped. */
export interface HostPlace {
  root: string
  /** The port of a server without TLS in front of it or in it; null for a public server with both ports. */
  plainPort: number | null
  name: string
}

export const EXAMPLE_PLACE: HostPlace = {
  root: '/var/www/replydiff',
  plainPort: null,
  name: 'replydiff.example',
}

export interface NginxPlace extends HostPlace {
  /** Whether the brotli modules are loaded. */
  brotli: boolean
}

const TEXT_TYPES = Object.values(FILE_TYPES).filter((type) => !/^image\/(?!svg)/.test(type))
const COMPRESSED = [...new Set([...TEXT_TYPES, OPEN_SEARCH])].join(' ')

/** A site for nginx 1.22 and newer, to be included in its `http` level as files of `conf.d` and `sites-enabled` are. */
export function nginxSite({ root, plainPort, name, brotli }: NginxPlace): string {
  const types = Object.entries(FILE_TYPES).map(([end, type]) => `        ${type} ${end};`)
  const headers = Object.entries(HOST_HEADERS).map(
    ([key, value]) => `    add_header ${key} "${value}" always;`,
  )
  const off = brotli ? '' : '# '
  // PCRE alone lets a dollar sign pass over a line feed at the end.
  const route = (source: string) => source.replaceAll('$', String.raw`\z`)
  const listen =
    plainPort === null
      ? `    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    ssl_certificate /etc/letsencrypt/live/${name}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/${name}/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;`
      : `    listen ${plainPort};`
  const toTls = `
server {
    listen 80;
    listen [::]:80;
    server_name ${name};
    server_tokens off;
    return 301 https://${name}$request_uri;
}
`
  return `${WRITTEN}
#
# A site for nginx 1.22 or newer: copy it into /etc/nginx/conf.d/ or /etc/nginx/sites-enabled/.
# To adapt: the root, the name ${name} and its certificate.
server {
    root ${root};
    server_name ${name};
${listen}

    # All at this level, with what varies in maps: a single add_header in a location would drop these.
${headers.join('\n')}
    add_header Cache-Control $replydiff_cache always;
    server_tokens off;
    absolute_redirect off;

    charset utf-8;
    charset_types text/css text/javascript text/plain;
    default_type application/octet-stream;
    types {
        text/html html;
${types.join('\n')}
    }

    # Files compressed at build time as they are, the rest on the way.
    gzip on;
    gzip_static on;
    gzip_vary on;
    gzip_proxied any;
    gzip_types ${COMPRESSED};
    # With Debian's libnginx-mod-http-brotli-filter and -static, or ngx_brotli elsewhere:
    ${off}brotli on;
    ${off}brotli_static on;
    ${off}brotli_types ${COMPRESSED};

    # An address that is nobody's, or that nobody could read: the app says so, and the status does too.
    error_page 404 /404.html;
    error_page 400 /404.html;
    location = /404.html {
        internal;
    }

    # Other forms of our addresses. Nothing but these characters is ever sent back.
    location ~ "${route(OTHER_FORMS.page)}" {
        return 301 $1$is_args$args;
    }
    location ~ "${route(OTHER_FORMS.start)}" {
        return 301 $1/$is_args$args;
    }
    location ~ "${route(OTHER_FORMS.shell)}" {
        return 301 $1$is_args$args;
    }
    location ~ "${route(ROUTES.oldLink)}" {
        return 301 /$1/smtp/$2-vs-$3$is_args$args;
    }
    location ~ "${route(ROUTES.oldLinkWithoutLanguage)}" {
        return 301 /${SOURCE_LANGUAGE.tag}/smtp/$1-vs-$2$is_args$args;
    }

    # The app: a prerendered page, or else the shell, which can answer any of them.
    location ~ "${route(ROUTES.page)}" {
        try_files $uri.html /index.html =404;
    }
    location ~ "${route(ROUTES.languageStart)}" {
        try_files \${uri}index.html /index.html =404;
    }
    location ~ "${route(`${ROUTES.start}|${ROUTES.pageWithoutLanguage}`)}" {
        try_files /index.html =404;
    }

    # Files. A missing one is never answered with a page.
    location = /opensearch.xml {
        types { }
        default_type ${OPEN_SEARCH};
        try_files $uri @no_such_file;
    }
    location ~ "${route(ROUTES.file)}" {
        try_files $uri @no_such_file;
    }
    location @no_such_file {
        types { }
        default_type text/plain;
        return 404 "${NO_SUCH_FILE}";
    }

    location / {
        try_files $uri =404;
    }
}

# A hashed name that is missing must not be remembered as missing for a year.
map "$status $uri" $replydiff_cache {
    default ${REVALIDATED};
    "~^(?:200|206|304) /assets/" "${IMMUTABLE}";
}
${plainPort === null ? toTls : ''}`
}

/** A site for Caddy 2.6 and newer. */
export function caddySite({ root, plainPort, name }: HostPlace): string {
  const headers = Object.entries(HOST_HEADERS).map(([key, value]) => `\t\t${key} "${value}"`)
  const types = Object.entries(FILE_TYPES).map(([end, type]) => {
    const charset = type.startsWith('text/') ? '; charset=utf-8' : ''
    return `\t\t~\\.${end}$ "${type}${charset}"`
  })
  return `${WRITTEN}
#
# A site for Caddy 2.6 or newer, which gets its own certificate. To adapt: the name and the root.
${plainPort === null ? name : `http://${name}:${plainPort}`} {
	root * ${root}
	encode zstd gzip

	header {
${headers.join('\n')}
		Cache-Control "${REVALIDATED}"
	}
	header -Server

	# Not left to the machine, which may never have heard of some.
	map {path} {media_type} {
		/opensearch.xml "${OPEN_SEARCH}"
${types.join('\n')}
		default application/octet-stream
	}

	route {
		@writing not method GET HEAD
		header @writing Allow "GET, HEAD"
		respond @writing 405

		# Other forms of our addresses, with the query kept.
		@page_form path_regexp form ${OTHER_FORMS.page}
		route @page_form {
			rewrite * {re.form.1}
			redir * {uri} 301
		}
		@start_form path_regexp form ${OTHER_FORMS.start}
		route @start_form {
			rewrite * {re.form.1}/
			redir * {uri} 301
		}
		@shell_form path_regexp form ${OTHER_FORMS.shell}
		route @shell_form {
			rewrite * {re.form.1}
			redir * {uri} 301
		}
		@old path_regexp old ${ROUTES.oldLink}
		route @old {
			rewrite * /{re.old.1}/smtp/{re.old.2}-vs-{re.old.3}
			redir * {uri} 301
		}
		@old_bare path_regexp old ${ROUTES.oldLinkWithoutLanguage}
		route @old_bare {
			rewrite * /${SOURCE_LANGUAGE.tag}/smtp/{re.old.1}-vs-{re.old.2}
			redir * {uri} 301
		}

		# The app: a prerendered page, or else the shell, which can answer any of them.
		@page path_regexp ${ROUTES.page}
		route @page {
			try_files {path}.html /index.html
			file_server
		}
		@start path_regexp ${ROUTES.languageStart}
		route @start {
			try_files {path}index.html /index.html
			file_server
		}
		@app path_regexp ${ROUTES.start}|${ROUTES.pageWithoutLanguage}
		route @app {
			rewrite * /index.html
			file_server
		}

		# Files. A missing one is never answered with a page, nor remembered as missing for a year.
		@file path_regexp ${ROUTES.file}
		route @file {
			@there {
				file
				not path */
			}
			route @there {
				header /assets/* Cache-Control "${IMMUTABLE}"
				header Content-Type {media_type}
				file_server {
					precompressed br gzip
				}
			}
			header Content-Type "text/plain; charset=utf-8"
			respond "${NO_SUCH_FILE}" 404
		}
		@rest {
			file
			not path */ /404.html
		}
		file_server @rest

		# An address that is nobody's: the app says so, and the status does too. Whole, even if the browser has it already.
		request_header -If-None-Match
		request_header -If-Modified-Since
		request_header -Range
		rewrite * /404.html
		file_server {
			status 404
		}
	}
}
`
}
