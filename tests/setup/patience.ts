import { configure } from '@testing-library/react'

// How long a test waits for what should appear before it gives up: a limit for busy machines, never a pause.
configure({ asyncUtilTimeout: 15_000 })
