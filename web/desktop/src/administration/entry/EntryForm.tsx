import './entry.css'
import { Textarea, TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { ChatEntry, ChatEntryChoices, Id } from '../../api/types.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useLanguageName } from '../../i18n/languageName.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { LEFT_TO_RIGHT, written } from '../../i18n/written.ts'
import { type Draft, forgetDraft, useDraft } from '../drafts.ts'
import { Choose, Group, Pair, Switched } from '../fields.tsx'
import { useKept, useReadAgain } from '../queries.ts'
import { RemoveButton } from '../RemoveButton.tsx'
import { Sheet } from '../Sheet.tsx'
import { draftOfEntry, ENTRY_FIELDS, type EntryDraft, newEntry, NO_CALLS, wishOfEntry, wrongEntry } from './entry.ts'
import { EntryAsks } from './EntryAsks.tsx'
import { EntryAway } from './EntryAway.tsx'
import { EntryLook } from './EntryLook.tsx'
import { EntryPreview } from './EntryPreview.tsx'
import { EntryTexts } from './EntryTexts.tsx'
import { Identity } from './Identity.tsx'
import { Snippet } from './Snippet.tsx'

interface Props {
  /// Null while it is not there yet.
  readonly stored: ChatEntry | null
  readonly choices: ChatEntryChoices
  readonly onMade: (id: Id) => void
}

/// A chat of a web page, and beside it how it will look.
export function EntryForm({ stored, choices, onMade }: Props) {
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const kept = useKept(onMade)
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const form = `entries ${stored?.id ?? 'new'}`
  const draft = useDraft<EntryDraft>(form, stored === null ? newEntry(choices, language) : draftOfEntry(stored), {
    check: wrongEntry,
    fields: ENTRY_FIELDS,
    save: async (one) => {
      const entry = wishOfEntry(one)
      await kept(
        stored === null
          ? send('POST', '/api/chat-entries', { body: entry })
          : send('PUT', '/api/chat-entries/{entry}', { path: { entry: stored.id }, body: { version: stored.version, entry } }).then(() => null),
      )
    },
  })
  return (
    <Sheet
      draft={draft}
      fresh={stored === null}
      title={stored === null ? <Say k="admin.entry.new" /> : <bdi>{stored.name}</bdi>}
      {...(stored === null ? { onDiscard: () => void navigate('/administration/entries') } : { subtitle: <Ltr>{stored.slug}</Ltr> })}
      actions={
        stored !== null && (
          <RemoveButton
            name={<bdi>{stored.name}</bdi>}
            consequence={<Say k="admin.entry.remove" />}
            remove={async () => {
              await send('DELETE', '/api/chat-entries/{entry}', { path: { entry: stored.id } })
              forgetDraft(form)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/entries')}
          />
        )
      }
    >
      <div className="entry-split">
        <div>
          <What draft={draft} choices={choices} />
          <Where draft={draft} slug={stored?.slug ?? null} />
          <EntryLook draft={draft} />
          <EntryAway draft={draft} />
          <EntryTexts draft={draft} />
          <EntryAsks draft={draft} />
          <Calls draft={draft} choices={choices} />
          <Files draft={draft} />
          {stored !== null && <Identity entry={stored} />}
        </div>
        <EntryPreview draft={draft.value} />
      </div>
    </Sheet>
  )
}

interface PartProps {
  readonly draft: Draft<EntryDraft>
  readonly choices: ChatEntryChoices
}

function What({ draft: { value, set, at }, choices }: PartProps) {
  const languageName = useLanguageName()
  return (
    <Group heading="admin.entry.what" hint="admin.entry.whatHint">
      <TextInput
        label={<Say k="admin.name" />}
        description={<Say k="admin.entry.nameHint" />}
        value={value.name}
        error={at('name')}
        maxLength={200}
        data-testid="entry-name"
        {...written(value.name)}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Pair>
        <Choose
          label={<Say k="admin.entry.service" />}
          value={value.service === '' ? null : value.service}
          error={at('service')}
          searchable={choices.chats.length > 10}
          data={choices.chats.map((one) => ({ value: one.id, label: one.name }))}
          data-testid="entry-service"
          onChange={(id) => set({ service: id ?? '' })}
        />
        <Choose
          label={<Say k="admin.entry.language" />}
          value={value.language}
          error={at('language')}
          data={choices.languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
          data-testid="entry-language"
          onChange={(tag) => set({ language: tag ?? value.language })}
        />
      </Pair>
    </Group>
  )
}

function Where({ draft: { value, set, at }, slug }: { readonly draft: Draft<EntryDraft>; readonly slug: string | null }) {
  return (
    <Group heading="admin.entry.where" hint="admin.entry.whereHint">
      <TextInput
        label={<Say k="admin.entry.slug" />}
        description={<Say k="admin.entry.slugHint" />}
        value={value.slug}
        error={at('slug')}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={63}
        data-testid="entry-slug"
        {...LEFT_TO_RIGHT}
        onChange={(event) => set({ slug: event.currentTarget.value })}
      />
      <Textarea
        label={<Say k="admin.entry.origins" />}
        description={<Say k="admin.entry.originsHint" />}
        value={value.origins}
        error={at('origins')}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        autoCapitalize="none"
        data-testid="entry-origins"
        {...LEFT_TO_RIGHT}
        onChange={(event) => set({ origins: event.currentTarget.value })}
      />
      {slug !== null && <Snippet slug={slug} />}
    </Group>
  )
}

function Calls({ draft: { value, set, at }, choices }: PartProps) {
  const t = useT()
  return (
    <Group heading="admin.callUs" hint="admin.callUsHint">
      <Choose
        label={<Say k="admin.callUsLabel" />}
        value={value.calls}
        error={at('calls')}
        searchable={choices.calls.length > 10}
        data={[{ value: NO_CALLS, label: t('admin.callUsNone') }, ...choices.calls.map((one) => ({ value: one.id, label: one.name }))]}
        data-testid="entry-calls"
        onChange={(id) => set({ calls: id ?? NO_CALLS })}
      />
    </Group>
  )
}

function Files({ draft: { value, set } }: { readonly draft: Draft<EntryDraft> }) {
  return (
    <Group heading="admin.entry.filesHeading" hint="admin.entry.filesHint">
      <Switched says="admin.entry.files" hint="admin.entry.filesAgents" on={value.files} testId="entry-files" onChange={(files) => set({ files })} />
    </Group>
  )
}
