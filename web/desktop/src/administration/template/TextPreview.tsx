import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { send } from '../../api/http.ts'
import type { FilledPart, ReadText, TemplateText } from '../../api/types.ts'
import { type MessageKey, wordsIn } from '../../i18n/language.ts'
import { explainFault } from '../../i18n/problems.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { segmentsOf } from '../../writing/segments.ts'

/// So long nobody types before the text is read.
const PAUSE_MS = 300

/// How a text will look, with somebody made up as the customer; or what is wrong with it.
export function TextPreview({ text, sms }: { readonly text: TemplateText; readonly sms: boolean }) {
  const [{ subject, text: words }] = useDebouncedValue(text, PAUSE_MS)
  const empty = subject.trim() === '' && words.trim() === ''
  const { data } = useQuery({
    queryKey: ['admin', 'template-preview', subject, words],
    queryFn: () => send('POST', '/api/template-preview', { body: { subject, text: words } }),
    enabled: !empty,
    placeholderData: keepPreviousData,
  })
  const samples = useSamples(text.language)
  if (empty || data === undefined || samples === undefined) return null
  const fault = [data.subject, data.text].find((read) => read.fault !== null)
  if (fault !== undefined) return <Fault read={fault} />
  const count = segmentsOf(data.text.parts.map((part) => sampleOf(part, samples)).join(''))
  return (
    <div className="template-preview" data-testid="template-preview" lang={text.language}>
      <div className="label">
        <Say k="template.preview" />
      </div>
      <div dir="auto">
        {data.subject.parts.length > 0 && <strong className="template-preview-subject">{data.subject.parts.map((part, index) => shown(part, samples, index))}</strong>}
        <p className="template-preview-text">{data.text.parts.map((part, index) => shown(part, samples, index))}</p>
      </div>
      {sms && (
        <p className="meta subtle" data-testid="template-segments" data-segments={count.segments}>
          <Say k="template.segments" values={{ count: count.segments }} />
        </p>
      )}
    </div>
  )
}

function Fault({ read }: { readonly read: ReadText }) {
  const t = useT()
  return (
    <p className="meta admin-error row g3" role="alert" data-testid="template-fault">
      <IconAlertTriangle size={14} aria-hidden />
      <span>{explainFault(read.fault ?? '', read.about, t)}</span>
    </p>
  )
}

type Samples = Readonly<Record<string, string>>

function sampleOf({ text, question, missing }: FilledPart, samples: Samples): string {
  return text ?? question ?? samples[missing ?? ''] ?? ''
}

function shown(part: FilledPart, samples: Samples, index: number) {
  if (part.text !== null) return part.text
  const words = sampleOf(part, samples)
  return part.question === null ? (
    <mark key={index} className="template-value">
      <bdi dir={part.missing === 'service.number' ? 'ltr' : 'auto'}>{words}</bdi>
    </mark>
  ) : (
    <span key={index} className="template-question">
      <bdi>{words}</bdi>
    </span>
  )
}

const SAMPLES: Readonly<Record<string, MessageKey>> = {
  'customer.name': 'template.sample.customerName',
  'agent.name': 'template.sample.agentName',
  'service.name': 'template.sample.serviceName',
}
/// Nobody's: kept free for examples.
const SAMPLE_NUMBER = '+442079460018'

/// Somebody made up, in the language of the text where there is a catalogue of it.
function useSamples(language: string): Samples | undefined {
  const spoken = new Intl.Locale(language).language
  const { data } = useQuery({
    queryKey: ['template-samples', language],
    queryFn: async () => {
      const names = await Promise.all(Object.entries(SAMPLES).map(async ([variable, key]) => [variable, await wordsIn(spoken, key, {})] as const))
      const today = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { dateStyle: 'long' }).format(new Date())
      return { ...Object.fromEntries(names), 'service.number': SAMPLE_NUMBER, today } as Samples
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
