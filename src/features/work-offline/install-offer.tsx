import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#src/ui/button.tsx'

/** Chromium's event, which no standard has: https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>
}

declare global {
  interface Window {
    /** Kept by public/boot.js, since browsers offer it before the program has come. */
    installPrompt?: InstallPrompt | undefined
  }
}

/** A button where the browser offers to install, words where it can only be done by hand, nothing where it is done. */
export function InstallOffer() {
  const { t } = useTranslation()
  const way = useSyncExternalStore(subscribe, wayToInstall, () => 'none')
  const [isAsking, setIsAsking] = useState(false)

  const install = async () => {
    const offer = window.installPrompt
    if (!offer) return
    setIsAsking(true)
    try {
      await offer.prompt()
    } finally {
      // An offer can be taken up once; the browser makes another when it sees fit.
      window.installPrompt = undefined
      setIsAsking(false)
      window.dispatchEvent(new Event('installpromptused'))
    }
  }

  if (way === 'prompt') {
    return (
      <p>
        <Button look="quiet" disabled={isAsking} onClick={() => void install()}>
          {t('install.button')}
        </Button>
      </p>
    )
  }
  return way === 'by-hand' ? <p>{t('install.by-hand')}</p> : null
}

const EVENTS = ['beforeinstallprompt', 'appinstalled', 'installpromptused']

function subscribe(listener: () => void): () => void {
  for (const name of EVENTS) window.addEventListener(name, listener)
  return () => {
    for (const name of EVENTS) window.removeEventListener(name, listener)
  }
}

function wayToInstall(): 'prompt' | 'by-hand' | 'none' {
  if (window.matchMedia('(display-mode: standalone)').matches) return 'none'
  if (window.installPrompt) return 'prompt'
  // Only Safari on iOS has this, and it is false there until the app is on the home screen.
  return 'standalone' in navigator && navigator.standalone === false ? 'by-hand' : 'none'
}
