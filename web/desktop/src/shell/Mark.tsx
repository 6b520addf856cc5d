/// The mark of Hiwar: two strands facing each other. The same when turned by half a turn, so it is never mirrored.
export function Mark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" fill="none" strokeWidth="3" strokeLinecap="round" aria-hidden>
      <g stroke="currentColor">
        <circle cx="8.4" cy="5.7" r="3.2" />
        <path d="M8.4 11.6v11.6" />
      </g>
      <g stroke="var(--accent)">
        <circle cx="17.6" cy="20.3" r="3.2" />
        <path d="M17.6 14.4V2.8" />
      </g>
    </svg>
  )
}
