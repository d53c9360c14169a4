import { type Block, keyOf, type Pair, TAGS, type Texts } from './texts.ts'

interface ComparisonProps {
  texts: Texts
  pair: Pair
}

export function Comparison({ texts, pair: [before, rows, after] }: ComparisonProps) {
  return (
    <>
      <Blocks words={texts.words} blocks={before} />
      <div className="rows">
        {rows.map(([title, ...parts], place) => (
          <section key={place} className="row">
            <h3>
              <Runs words={texts.words} block={title} />
            </h3>
            {parts.map(([first, second], part) => (
              <div key={part} className={second ? 'sides' : 'shared'}>
                {second ? (
                  <>
                    <div>
                      <Blocks words={texts.words} blocks={first} />
                    </div>
                    <div>
                      <Blocks words={texts.words} blocks={second} />
                    </div>
                  </>
                ) : (
                  <Blocks words={texts.words} blocks={first} />
                )}
              </div>
            ))}
          </section>
        ))}
      </div>
      <Blocks words={texts.words} blocks={after} />
    </>
  )
}

interface BlocksProps {
  words: string[]
  blocks: Block[]
}

function Blocks({ words, blocks }: BlocksProps) {
  return blocks.map((block, place) => {
    const Tag = TAGS[block[0]] ?? 'p'
    return (
      <Tag key={place}>
        <Runs words={words} block={block} />
      </Tag>
    )
  })
}

interface RunsProps {
  words: string[]
  block: Block
}

function Runs({ words, block: [, ...runs] }: RunsProps) {
  return runs.map((word, place) => (place % 2 === 1 ? <mark key={place}>{words[word]}</mark> : words[word]))
}

interface PickersProps {
  codes: string[]
  picked: string
  onPick?: (key: string) => void
}

/** The two codes of a key as native choices. Uncontrolled, as a page written by hand would have them. */
export function Pickers({ codes, picked, onPick }: PickersProps) {
  return (
    <form
      className="pickers"
      onChange={(event) => onPick?.(keyOf([...event.currentTarget.querySelectorAll('select')]))}
    >
      {picked.split('-').map((code, side) => (
        <select key={side} defaultValue={code} aria-label={side === 0 ? 'First' : 'Second'}>
          {codes.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ))}
    </form>
  )
}
