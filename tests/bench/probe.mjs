/**
 * @typedef {object} Probe
 * @property {number | null} firstPaint
 * @property {number | null} largestPaint
 * @property {string} largest What it painted.
 * @property {number} shift
 * @property {{ start: number, duration: number }[]} longTasks
 * @property {number | null} alive When React answers in the second picker.
 * @property {number | null} changed When the headline was first another than the one served.
 * @property {() => void} arm
 * @property {Promise<number | null>} painted Milliseconds from the next key to the frame that shows its pick.
 * @property {() => void} armKey
 * @property {Promise<number>} answered Milliseconds from the next key to the frame after it.
 */

/** @typedef {Window & { probe: Probe }} ProbedWindow */

/** Listens from before a page's first line. Runs in the page, so it is whole in itself. */
export function installProbe() {
  /** @type {Probe} */
  const probe = {
    firstPaint: null,
    largestPaint: null,
    largest: '',
    shift: 0,
    longTasks: [],
    alive: null,
    changed: null,
    arm,
    painted: Promise.resolve(null),
    armKey,
    answered: Promise.resolve(0),
  }
  Object.assign(window, { probe })

  /** @param {string} type @param {(entry: any) => void} see */
  const observe = (type, see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true })
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') probe.firstPaint = startTime
  })
  observe('largest-contentful-paint', ({ startTime, element }) => {
    probe.largestPaint = startTime
    probe.largest = element ? `<${element.localName}> ${element.textContent.slice(0, 40)}…` : ''
  })
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) probe.shift += value
  })
  observe('longtask', ({ startTime, duration }) => {
    probe.longTasks.push({ start: startTime, duration })
  })

  const headline = () => document.querySelector('h1')?.textContent ?? ''

  const served = { headline: '' }
  const watch = setInterval(() => {
    served.headline ||= headline()
    const picker = [...document.querySelectorAll('input[role=combobox], select')].at(-1)
    if (probe.alive === null && picker && Object.keys(picker).some((key) => key.startsWith('__reactProps')))
      probe.alive = performance.now()
    if (served.headline !== '' && headline() !== '' && headline() !== served.headline) {
      probe.changed = performance.now()
      clearInterval(watch)
    }
  }, 20)

  /** A frame is on screen when the message sent from its callback arrives. @param {() => void} act */
  function afterPaint(act) {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', act, { once: true })
    port1.start()
    port2.postMessage(null)
  }

  function arm() {
    const before = headline()
    probe.painted = new Promise((resolve) => {
      const handleKey = (/** @type {KeyboardEvent} */ { timeStamp }) => {
        const look = () => {
          if (headline() !== '' && headline() !== before)
            afterPaint(() => resolve(performance.now() - timeStamp))
          else if (performance.now() - timeStamp > 5000) resolve(null)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }
      window.addEventListener('keydown', handleKey, { capture: true, once: true })
    })
  }

  function armKey() {
    probe.answered = new Promise((resolve) => {
      const handleKey = (/** @type {KeyboardEvent} */ { timeStamp }) => {
        requestAnimationFrame(() => afterPaint(() => resolve(performance.now() - timeStamp)))
      }
      window.addEventListener('keydown', handleKey, { capture: true, once: true })
    })
  }
}
