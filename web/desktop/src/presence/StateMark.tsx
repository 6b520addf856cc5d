import { type Displayed, STATE_CLASSES } from './displayed.ts'

/// A shape for each state, so that it is known without its colour.
export function StateMark({ state }: { readonly state: Displayed }) {
  return (
    <svg className={`mark ${STATE_CLASSES[state]}`} viewBox="0 0 12 12" aria-hidden>
      <Shape state={state} />
    </svg>
  )
}

function Shape({ state }: { readonly state: Displayed }) {
  switch (state) {
    case 'READY':
      return <circle cx="6" cy="6" r="5" fill="currentColor" />
    case 'BUSY':
      return <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" />
    case 'RINGING':
      return (
        <>
          <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <circle cx="6" cy="6" r="2.4" fill="currentColor" />
        </>
      )
    case 'WRAP_UP':
      return (
        <>
          <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor" />
        </>
      )
    case 'NOT_READY':
      return (
        <>
          <circle cx="6" cy="6" r="5.2" fill="currentColor" />
          <path d="M3.4 6h5.2" stroke="var(--sheet)" strokeWidth="1.8" strokeLinecap="round" />
        </>
      )
    case 'LOGGED_OUT':
      return <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
  }
}
