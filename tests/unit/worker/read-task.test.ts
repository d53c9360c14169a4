// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { codeOf } from '#src/recognize/code-of.ts'
import { readTask, type Reading } from '#src/worker/read-task.ts'

const known = { replies: [] }
const LINE = 'Feb 20 09:12:44 mx1 postfix/qmgr[2415]: 3F2A84012C: removed, née\n'
const QUIET = LINE.repeat(Math.ceil((6 * 1024 * 1024) / LINE.length))
const said = (code: string) =>
  `Feb 20 09:13:01 mx1 postfix/smtp[24154]: 4F2A84012D: to=<bob@example.org>, relay=mx.example.org[192.0.2.27]:25, dsn=${code.slice(4)}, status=bounced (host mx.example.org[192.0.2.27] said: ${code} no (in reply to RCPT TO command))\n`

async function textOf(source: string | Blob): Promise<Extract<Reading, { kind: 'read' }>> {
  const reading = await readTask({ source, known })
  if (reading.kind !== 'read') throw new Error(`Expected a text, found: ${reading.kind}`)
  return reading
}

const codesIn = ({ summary }: Extract<Reading, { kind: 'read' }>) =>
  summary.groups.map(({ recognition }) => codeOf(recognition))

describe.each([
  ['text', (text: string) => text],
  ['file', (text: string) => new Blob([text])],
])('a %s that is too long to be read whole', (_, handOver) => {
  test('is read from its end when it is a log, which has the newest lines there', async () => {
    const reading = await textOf(handOver(said('550 5.1.1') + QUIET + said('451 4.3.0')))
    expect(codesIn(reading)).toEqual(['451 4.3.0'])
    expect(reading.cut?.missing).toBe('start')
    // No sign and no line is cut in two.
    expect(reading.summary.excerpts[0]?.text).toMatch(/^Feb/)
    expect(reading.summary.excerpts[0]?.text).toContain('née')
  })

  test('is read from its beginning when it is a message, which says there how to read it', async () => {
    const header = 'From: MAILER-DAEMON@mx.example.net\nTo: a@example.com\nSubject: Undelivered Mail\n\n'
    const reading = await textOf(handOver(header + said('550 5.1.1') + QUIET + said('451 4.3.0')))
    expect(codesIn(reading)).toEqual(['550 5.1.1'])
    expect(reading.cut?.missing).toBe('end')
  })
})

test('a text within the limit is read whole', async () => {
  const reading = await textOf(said('550 5.1.1') + LINE.repeat(1000) + said('451 4.3.0'))
  expect(codesIn(reading)).toEqual(['550 5.1.1', '451 4.3.0'])
  expect(reading.cut).toBeNull()
})

test('a large archive is called one, whatever is in it', async () => {
  const zip = new Blob([Buffer.from('504b0304', 'hex'), QUIET])
  expect(await readTask({ source: zip, known })).toEqual({ kind: 'archive' })
})

test('a file that is gone cannot be read', async () => {
  const gone = new Blob(['550 no'])
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
  expect(await readTask({ source: gone, known })).toEqual({ kind: 'unreadable' })
})
