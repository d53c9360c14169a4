/**
 * The public address of a citation: "RFC 5321 §4.2.2" or "RFC 7208 Appendix D.2" at the RFC Editor, "IANA X.7.1"
 * at the registry, a draft at the IETF's datatracker. Null for other sources.
 */
export function sourceLink(source: string): string | null {
  const rfc = /^RFC (\d+)(?: §([\d.]+)| Appendix ([A-Z])(?:\.([\d.]+))?)?/.exec(source)
  if (rfc) {
    const [, number, section, appendix, part] = rfc
    const page = `https://www.rfc-editor.org/rfc/rfc${number}`
    if (section) return `${page}#section-${section}`
    if (appendix) return part ? `${page}#appendix-${appendix}.${part}` : `${page}#appendix-${appendix}`
    return page
  }
  if (/^IANA (?:X|\d)\./.test(source)) {
    return 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml'
  }
  const draft = /^draft-[a-z0-9-]+/.exec(source)
  return draft ? `https://datatracker.ietf.org/doc/html/${draft[0]}` : null
}
