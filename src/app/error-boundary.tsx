import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  children: ReactNode
  renderFallback: (error: Error, retry: () => void) => ReactNode
  onReset?: () => void
  /** A failure belongs to what was shown under one key; another key is another try. */
  resetKey?: string
}

interface ErrorBoundaryState {
  error: Error | null
  resetKey: string | undefined
}

/** React offers no function form of this. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey }
  }

  retry = () => {
    this.props.onReset?.()
    this.setState({ error: null })
  }

  override render() {
    const { error } = this.state
    return error ? this.props.renderFallback(error, this.retry) : this.props.children
  }
}
