import { spawn, type ChildProcess } from 'node:child_process'
import { Builder, By, Capabilities, until, type WebDriver, type WebElement } from 'selenium-webdriver'
import { vi } from 'vitest'
import { freePort } from '#tests/free-port.mjs'

const PATIENCE_MS = 20_000

/** WebKitGTK's own small browser, which Debian installs beside its driver. */
export class WebkitBrowser {
  readonly driver: WebDriver
  readonly #process: ChildProcess

  private constructor(driver: WebDriver, process: ChildProcess) {
    this.driver = driver
    this.#process = process
  }

  static async open(): Promise<WebkitBrowser> {
    const port = await freePort()
    const started = spawn(process.env['WEBKIT_DRIVER_PATH'] ?? 'WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
    })
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browserPath(), args: ['--automation'] },
    })
    const server = `http://localhost:${port}`
    await vi.waitFor(() => fetch(`${server}/status`), PATIENCE_MS)
    const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build()
    return new WebkitBrowser(driver, started)
  }

  async close() {
    await this.driver.quit()
    this.#process.kill()
  }

  /** The element a selector names, once it is there and its text has the words. */
  async find(selector: string, text = ''): Promise<WebElement> {
    await this.driver.wait(
      async () => (await this.#textOf(selector))?.includes(text) === true,
      PATIENCE_MS,
      `${selector}: ${text}`,
    )
    return this.driver.findElement(By.css(selector))
  }

  /** Read in one go, since the page may change between finding and asking; null where there is no such element. */
  #textOf(selector: string): Promise<string | null> {
    return this.run((wanted: string) => document.querySelector(wanted)?.textContent ?? null, selector)
  }

  /** Waits until what can be pressed answers. */
  async awake() {
    await this.driver.wait(until.elementLocated(By.css('html[data-alive]')), PATIENCE_MS)
  }

  run<Argument, Result>(act: (argument: Argument) => Result, argument: Argument): Promise<Result> {
    return this.driver.executeScript<Result>(`return (${act.toString()})(arguments[0])`, argument)
  }

  /** Resolves once the site is kept, by asking again and again: scripts of this driver do not wait for promises. */
  async kept() {
    await this.driver.executeScript(
      'navigator.serviceWorker.ready.then(({ active }) => { const see = () => { if (active.state === "activated") window.isKept = true; else active.addEventListener("statechange", see, { once: true }) }; see() })',
    )
    await this.driver.wait(() => this.driver.executeScript<boolean>('return window.isKept === true'), 60_000)
  }
}

function browserPath(): string {
  return `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-4.1/MiniBrowser`
}
