// The style sheet that sets the order of the cascade layers has to be read before any other.
import '#src/ui/tokens.css'
import '#src/ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#src/app/app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root" to render into')

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
