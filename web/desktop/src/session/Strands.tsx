/// One conversation over several channels, drawn: beside the log-in.
export function Strands() {
  return (
    <svg width="100%" height="100%" viewBox="0 0 520 420" fill="none" aria-hidden preserveAspectRatio="xMidYMid meet">
      <g strokeWidth="3" strokeLinecap="round">
        <path d="M60 50v320" stroke="var(--ch-chat)" opacity=".55" />
        <path d="M92 130v160" stroke="var(--ch-voice)" />
        <path d="M124 330v40" stroke="var(--ch-sms)" opacity=".7" />
      </g>
      <g fill="var(--sheet)" strokeWidth="3">
        <circle cx="60" cy="50" r="8" stroke="var(--ch-chat)" />
        <circle cx="92" cy="130" r="8" stroke="var(--ch-voice)" fill="var(--ch-voice)" />
        <circle cx="92" cy="290" r="8" stroke="var(--ch-voice)" />
        <circle cx="124" cy="210" r="8" stroke="var(--ch-email)" />
        <circle cx="124" cy="330" r="8" stroke="var(--ch-sms)" />
      </g>
      <g className="strands-theirs">
        <rect x="170" y="30" width="220" height="40" rx="12" />
        <rect x="170" y="190" width="180" height="40" rx="12" />
        <rect x="170" y="310" width="240" height="40" rx="12" />
      </g>
      <g fill="var(--accent-tint)">
        <rect x="270" y="82" width="210" height="40" rx="12" />
        <rect x="250" y="244" width="230" height="40" rx="12" />
      </g>
      <rect x="170" y="134" width="130" height="10" rx="5" fill="var(--border)" />
    </svg>
  )
}
