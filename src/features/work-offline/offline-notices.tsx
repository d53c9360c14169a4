import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#src/ui/button.tsx'
import type { WorkerConnection } from '#src/worker/connect-worker.ts'
import styles from './offline-notices.module.css'

interface OfflineNoticesProps {
  worker: WorkerConnection
  /** Called once the newer release has taken over, so that the page can be loaded again from it. */
  onTaken: () => void
}

/** What there is to say of working without a network: that it works now, once, and that a newer release is at hand. */
export function OfflineNotices({ worker, onTaken }: OfflineNoticesProps) {
  const { t } = useTranslation()
  const { isJustReady, hasUpdate } = useSyncExternalStore(worker.subscribe, worker.getState, worker.getState)
  const [dismissed, setDismissed] = useState<'nothing' | 'ready' | 'update'>('nothing')
  const isUpdateShown = hasUpdate && dismissed !== 'update'
  const isReadyShown = isJustReady && !hasUpdate && dismissed === 'nothing'
  return (
    <div className={styles.notices} role="status">
      {isUpdateShown && (
        <div className={styles.notice}>
          <p>{t('offline.update')}</p>
          <div className={styles.choices}>
            <Button onClick={() => worker.takeUpdate(onTaken)}>{t('offline.update-now')}</Button>
            <Button look="quiet" onClick={() => setDismissed('update')}>
              {t('offline.later')}
            </Button>
          </div>
        </div>
      )}
      {isReadyShown && (
        <div className={styles.notice}>
          <p>{t('offline.ready')}</p>
          <Button look="quiet" onClick={() => setDismissed('ready')}>
            {t('offline.close')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Says that there is no network, and that it does not matter. */
export function OfflineSign() {
  const { t } = useTranslation()
  const isOnline = useSyncExternalStore(
    subscribeToNetwork,
    () => navigator.onLine,
    () => true,
  )
  return (
    <span role="status" className={styles.sign} title={isOnline ? undefined : t('offline.offline-hint')}>
      {isOnline ? '' : t('offline.offline')}
    </span>
  )
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
