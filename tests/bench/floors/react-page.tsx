import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { ReactApp } from './react-app.tsx'
import type { FloorData, Texts } from './texts.ts'

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as FloorData
const root = document.getElementById('root')

let loading: Promise<Texts> | null = null
const loadAll = () => (loading ??= fetch(data.address).then((answer) => answer.json() as Promise<Texts>))
window.addEventListener('load', () => requestIdleCallback(() => void loadAll()))

if (root) startTransition(() => void hydrateRoot(root, <ReactApp data={data} loadAll={loadAll} />))
