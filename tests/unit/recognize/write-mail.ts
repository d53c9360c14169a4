/** One-byte charsets, by asking the decoder what each byte means. */
function bytesOfCharset(charset: string): Map<string, number[]> {
  const decoder = new TextDecoder(charset)
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), [byte]]))
}

/** ISO-2022-JP (RFC 1468): ASCII, and pairs of bytes between two escapes. */
function bytesOfJapanese(): Map<string, number[]> {
  const decoder = new TextDecoder('iso-2022-jp')
  const known = new Map<string, number[]>()
  for (let ascii = 0; ascii < 128; ascii += 1) known.set(String.fromCharCode(ascii), [ascii])
  for (let row = 0x21; row < 0x50; row += 1)
    for (let cell = 0x21; cell < 0x7f; cell += 1) {
      const bytes = [0x1b, 0x24, 0x42, row, cell, 0x1b, 0x28, 0x42]
      known.set(decoder.decode(Uint8Array.from(bytes)), bytes)
    }
  return known
}

const known = new Map<string, Map<string, number[]>>()

/** A text in a charset; characters that it lacks become question marks. */
export function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text)
  if (charset === 'utf-16le') return Uint8Array.from(Buffer.from(text, 'utf16le'))
  if (charset === 'utf-16be') return Uint8Array.from(Buffer.from(text, 'utf16le').swap16())
  const bytes =
    known.get(charset) ?? (charset === 'iso-2022-jp' ? bytesOfJapanese() : bytesOfCharset(charset))
  known.set(charset, bytes)
  const encoded = Array.from(text).flatMap((character) => bytes.get(character) ?? [0x3f])
  // Nobody escapes to ASCII and back between two characters, and decoders take it for an attack.
  const joined = Buffer.from(encoded).toString('latin1').replaceAll('\u001b(B\u001b$B', '')
  return Uint8Array.from(Buffer.from(joined, 'latin1'))
}

export function base64(text: string, charset = 'utf-8'): string {
  return (
    Buffer.from(encode(text, charset))
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')
}

export function quotedPrintable(text: string, charset = 'utf-8'): string {
  return text
    .split('\n')
    .map((line) => {
      const signs = Array.from(encode(line, charset), (byte) =>
        byte > 32 && byte < 127 && byte !== 61
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
      return signs.map((sign, index) => (index % 20 === 19 ? `${sign}=\r\n` : sign)).join('')
    })
    .join('\r\n')
}

/** A part, or a whole message: fields, an empty line, a body. */
export function entity(fields: readonly string[], body: string): string {
  return [...fields, '', body].join('\r\n')
}

export function multipart(kind: string, fields: readonly string[], parts: readonly string[]): string {
  const boundary = `=_${kind.replace(/\W/g, '')}_${parts.length}`
  const type = `Content-Type: multipart/${kind}; boundary="${boundary}"`
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')
  return entity([...fields, 'MIME-Version: 1.0', type], `${body}--${boundary}--\r\n`)
}
