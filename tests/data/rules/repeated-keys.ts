/**
 * The keys that stand twice in one object of a JSON text, each as a path. JSON.parse keeps the last of them and says
 * nothing, so no rule that reads parsed files can see them.
 */
export function repeatedKeys(json: string): string[] {
  const found: string[] = []
  const open: { keys: Set<string>; key: string }[] = []
  for (const [token, name] of json.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') open.push({ keys: new Set(), key: '' })
    else if (token === '}' || token === ']') open.pop()
    const object = open.at(-1)
    if (name === undefined || !object) continue
    object.key = name
    if (object.keys.has(name)) found.push(open.flatMap(({ key }) => (key === '' ? [] : key)).join(' > '))
    object.keys.add(name)
  }
  return found
}
