import { Button, Select, TextInput } from '@mantine/core'
import { IconChevronDown, IconTemplate } from '@tabler/icons-react'
import { useLanguageName } from '../i18n/languageName.ts'
import type { OfferedTemplate } from '../api/types.ts'
import { draftOf, drafts, useDrafts } from '../conversation/drafts.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import {
  approvedDraftOf,
  approvedHindrance,
  approvedParts,
  approvedText,
  chosenOf,
  readApproved,
  tagOf,
  useApproved,
  useOf,
  whyNotApproved,
} from './approved.ts'
import { nameOfTab } from './ChannelTabs.tsx'
import type { TextProps } from './TextForm.tsx'
import { ToChoice } from './ToChoice.tsx'

/// A message that goes out as a template, because nothing else arrives now: which one, what is filled in, and exactly
/// what the customer gets.
export function ApprovedForm({ place, contact, conversation, tab, way, busy = false, onWay, onSend }: TextProps) {
  const t = useT()
  const { channel } = tab
  const kept = approvedDraftOf(channel)
  const draft = readApproved(useDrafts((all) => all.texts[draftOf(place, kept)] ?? ''))
  const offered = useApproved(contact, conversation, way.account.id)
  if (offered === null) return null
  const template = chosenOf(offered, draft)
  const values = draft?.values ?? {}
  const why = template === null ? 'approved.none' : whyNotApproved(template, values)
  const keep = ({ name, language }: OfferedTemplate, next: typeof values) => drafts.write(place, kept, JSON.stringify({ name, language, values: next }))
  const submit = () => {
    if (template === null || why !== null || busy || way.address === null) return
    const road = { kind: 'MESSAGE', channel, account: way.account.id, to: way.address.value, files: [], template: useOf(template, values) } as const
    onSend(approvedText(template, values), road, way.live)
    drafts.write(place, kept, '')
  }
  return (
    <form
      className="approved"
      data-testid="approved"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ToChoice tab={tab} way={way} onChoose={onWay} />
      <p className="approved-why">
        <IconTemplate size={16} stroke={1.75} aria-hidden />
        <span>
          <Say k="approved.why" values={{ channel: nameOfTab(tab, t) }} />
        </span>
      </p>
      <div className="approved-fields">
        <Which offered={offered} template={template} onChoose={(one) => keep(one, values)} />
        {template?.parameters.map((parameter) => (
          <TextInput
            key={parameter}
            label={<Parameter name={parameter} />}
            value={values[parameter] ?? ''}
            maxLength={MOST_VALUE}
            autoComplete="off"
            data-testid="approved-value"
            data-parameter={parameter}
            {...written(values[parameter] ?? '')}
            onChange={(event) => keep(template, { ...values, [parameter]: event.currentTarget.value })}
          />
        ))}
      </div>
      {template !== null && <Preview template={template} values={values} />}
      <div className="composer-bar">
        <span className="end" />
        <Button type="submit" variant="filled" className="send" data-testid="send" loading={busy} disabled={why !== null} title={why === null ? undefined : t(why)}>
          <Say k="approved.send" />
        </Button>
      </div>
    </form>
  )
}

/// As long as one value may be; the whole text has a limit of its own.
const MOST_VALUE = 500

function Parameter({ name }: { readonly name: string }) {
  return /^\d+$/.test(name) ? <Say k="approved.parameter" values={{ number: Number(name) }} /> : <Ltr>{name}</Ltr>
}

interface WhichProps {
  readonly offered: readonly OfferedTemplate[]
  readonly template: OfferedTemplate | null
  readonly onChoose: (template: OfferedTemplate) => void
}

/// Those in the customer's language first; one that cannot be sent says why.
function Which({ offered, template, onChoose }: WhichProps) {
  const t = useT()
  const languageName = useLanguageName()
  const item = (one: OfferedTemplate) => ({
    value: keyOf(one),
    label: [`\u2066${one.name}\u2069`, languageName(tagOf(one.language)), ...(one.hindrance === null ? [] : [t(approvedHindrance(one.hindrance))])].join(' · '),
    disabled: one.hindrance !== null,
  })
  const fitting = offered.filter((one) => one.fits)
  const others = offered.filter((one) => !one.fits)
  const groups = [
    { group: t('approved.theirLanguage'), items: fitting.map(item) },
    { group: t('approved.otherLanguages'), items: others.map(item) },
  ].filter(({ items }) => items.length > 0)
  return (
    <Select
      label={<Say k="approved.template" />}
      data={groups}
      value={template === null ? null : keyOf(template)}
      allowDeselect={false}
      data-testid="approved-template"
      rightSection={<IconChevronDown size={14} aria-hidden />}
      rightSectionPointerEvents="none"
      onChange={(key) => {
        const one = offered.find((each) => keyOf(each) === key)
        if (one !== undefined) onChoose(one)
      }}
    />
  )
}

function keyOf({ name, language }: OfferedTemplate): string {
  return `${name} ${language}`
}

function Preview({ template, values }: { readonly template: OfferedTemplate; readonly values: Readonly<Record<string, string>> }) {
  return (
    <div className="approved-preview">
      <div className="meta muted">
        <Say k="approved.preview" />
      </div>
      <div className="approved-text" lang={tagOf(template.language)} dir="auto" data-testid="approved-preview">
        {approvedParts(template, values).map((part, index) =>
          part.parameter === null ? (
            part.text
          ) : part.text === '' ? (
            <bdi key={index} className="template-question">
              {`{{${part.parameter}}}`}
            </bdi>
          ) : (
            <span key={index} className="template-value">
              {part.text}
            </span>
          ),
        )}
      </div>
    </div>
  )
}
