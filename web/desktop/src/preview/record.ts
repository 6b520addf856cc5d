/// What an agent sees who has a record of a campaign, for whoever gets one: it is loaded then.
export { CalledOutcome } from './CalledOutcome.tsx'
export { Outcome } from './Outcome.tsx'
export { RecordPane } from './RecordPane.tsx'
export { RecordPanel } from './RecordPanel.tsx'
