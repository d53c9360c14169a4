import { quote, REGISTRY_FILE, tell, type Rule } from './rule.ts'

export const registryInOrder: Rule = {
  name: 'registry-in-order',
  about: 'the enhanced codes ascend by subject and detail, each once, and each under a subject that is there',
  check: ({ catalog }) => {
    const { subjects, codes } = catalog.enhanced
    return codes.flatMap(({ detail }, index) => {
      const where = `${REGISTRY_FILE} codes`
      const before = codes[index - 1]?.detail
      const problems: string[] = []
      if (before !== undefined && rank(before) >= rank(detail)) {
        problems.push(
          tell({
            where,
            found: before === detail ? `${quote(detail)} twice` : `${quote(detail)} after ${quote(before)}`,
            expected: 'every detail once, in ascending order',
            fix: before === detail ? 'delete one of the two' : `move ${quote(detail)} up`,
          }),
        )
      }
      if (!subjects.some(({ subject }) => detail.startsWith(`${subject}.`))) {
        problems.push(
          tell({
            where,
            found: `${quote(detail)} under a subject that is not listed`,
            expected: `a subject among ${subjects.map(({ subject }) => subject).join(', ')}`,
            fix: 'add the subject, or correct the detail',
          }),
        )
      }
      return problems
    })
  },
}

function rank(detail: string): number {
  const [subject = 0, number = 0] = detail.split('.').map(Number)
  return subject * 1000 + number
}
