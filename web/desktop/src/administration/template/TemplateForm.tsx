import { TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id, Template, TemplateChoices, TemplateText } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { KIND_WORD, kindOfChannel } from '../../writing/kinds.ts'
import { forgetDraft, useDraft } from '../drafts.ts'
import { Group, Pair } from '../fields.tsx'
import { useLanguageName } from '../../i18n/languageName.ts'
import { useByName } from '../names.ts'
import { useKept, useReadAgain } from '../queries.ts'
import { RemoveButton, useAgain } from '../RemoveButton.tsx'
import { Sheet } from '../Sheet.tsx'
import { AddLanguage } from './AddLanguage.tsx'
import { Picks } from './Picks.tsx'
import { draftOfTemplate, EMPTY_TEMPLATE, emptyText, MOST_SHORTCUT, TEMPLATE_FIELDS, type TemplateDraft, wishOfTemplate, wrongTemplate } from './template.ts'
import { TextEditor } from './TextEditor.tsx'

interface Props {
  /// Null while it is not there yet.
  readonly stored: Template | null
  readonly choices: TemplateChoices
  readonly onMade: (id: Id) => void
}

export function TemplateForm({ stored, choices, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const kept = useKept(onMade)
  const again = useAgain('templates')
  const byName = useByName()
  const languageName = useLanguageName()
  const form = `templates ${stored?.id ?? 'new'}`
  const draft = useDraft<TemplateDraft>(form, stored === null ? EMPTY_TEMPLATE : draftOfTemplate(stored), {
    check: wrongTemplate,
    fields: TEMPLATE_FIELDS,
    save: async (one) => {
      const template = wishOfTemplate(one)
      await kept(
        stored === null
          ? send('POST', '/api/templates', { body: template })
          : send('PUT', '/api/templates/{template}', { path: { template: stored.id }, body: { version: stored.version, template } }).then(() => null),
      )
    },
  })
  const { value, set, at } = draft
  const change = (language: string, text: TemplateText) => set({ texts: value.texts.map((one) => (one.language === language ? text : one)) })
  return (
    <Sheet
      draft={draft}
      fresh={stored === null}
      title={stored === null ? <Say k="template.new" /> : <bdi>{stored.name}</bdi>}
      {...(stored === null ? { onDiscard: () => void navigate('/administration/templates') } : {})}
      actions={
        stored !== null && (
          <RemoveButton
            name={<bdi>{stored.name}</bdi>}
            consequence={<Say k="template.remove" />}
            remove={async () => {
              await send('DELETE', '/api/templates/{template}', { path: { template: stored.id } })
              forgetDraft(form)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/templates')}
            again={again(stored.name, () => send('POST', '/api/templates', { body: wishOfTemplate(draftOfTemplate(stored)) }))}
          />
        )
      }
    >
      <Group heading="template.what" hint="template.whatHint">
        <Pair>
          <TextInput
            label={<Say k="admin.name" />}
            value={value.name}
            error={at('name')}
            maxLength={200}
            data-testid="template-name"
            {...written(value.name)}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={<Say k="template.shortcut" />}
            description={<Say k="template.shortcutHint" />}
            value={value.shortcut}
            error={at('shortcut')}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={MOST_SHORTCUT}
            data-testid="template-shortcut"
            {...written(value.shortcut)}
            onChange={(event) => set({ shortcut: event.currentTarget.value })}
          />
        </Pair>
      </Group>
      <Group heading="template.where" hint="template.whereHint">
        <Picks
          heading="admin.channels"
          none="template.everyChannel"
          options={choices.channels.map((name) => ({ value: name, label: channelName(name, t(KIND_WORD[kindOfChannel(name)])) }))}
          chosen={value.channels}
          error={at('channels')}
          testId="template-channels"
          onChange={(channels) => set({ channels })}
        />
        <Picks
          heading="template.services"
          none="template.everyService"
          options={byName(choices.services, (one) => one.name).map((one) => ({ value: one.id, label: one.name }))}
          chosen={value.services}
          error={at('services')}
          testId="template-services"
          onChange={(services) => set({ services })}
        />
      </Group>
      <Group heading="template.texts" hint="template.textsHint">
        {value.texts.map((one) => (
          <TextEditor
            key={one.language}
            text={one}
            name={languageName(one.language)}
            draft={value}
            variables={choices.variables}
            onChange={(text) => change(one.language, text)}
            onRemove={value.texts.length === 1 ? null : () => set({ texts: value.texts.filter((each) => each !== one) })}
          />
        ))}
        {at('texts') !== undefined && (
          <p className="meta admin-error" data-testid="template-texts-problem" role="alert">
            {at('texts')}
          </p>
        )}
        <AddLanguage
          known={[...new Set(['ar', 'en', ...choices.languages])].filter((tag) => value.texts.every((one) => one.language !== tag))}
          taken={value.texts.map((one) => one.language)}
          onAdd={(tag) => set({ texts: [...value.texts, emptyText(tag)] })}
        />
      </Group>
    </Sheet>
  )
}

/// A messenger that was added has a name of its own.
function channelName(name: string, word: string): string {
  return kindOfChannel(name) === 'MESSENGER' ? `${word} (${name})` : word
}
