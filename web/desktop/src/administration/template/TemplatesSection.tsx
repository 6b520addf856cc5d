import './template.css'
import { Button } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id, Template } from '../../api/types.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { KIND_WORD, kindOfChannel } from '../../writing/kinds.ts'
import { Listed } from '../Listed.tsx'
import { useTemplateChoices, useTemplates } from '../queries.ts'
import { None, Reading } from '../Sheet.tsx'
import { TemplateForm } from './TemplateForm.tsx'

/// The texts that agents write often.
export function TemplatesSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const templates = useTemplates()
  const choices = useTemplateChoices()
  if (templates.data === undefined || choices.data === undefined) return <Reading error={templates.error ?? choices.error} />
  const open = templates.data.find((one) => one.id === item)
  const art = <IconTemplate size={32} stroke={1.4} aria-hidden />
  return (
    <div className={templates.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {templates.data.length > 0 && (
        <Listed
          section="templates"
          find="template.find"
          create="admin.new"
          entries={templates.data.map((one) => ({
            id: one.id,
            words: `${one.name} ${one.shortcut}`,
            title: <bdi className="trunc">{one.name}</bdi>,
            detail: <Detail template={one} />,
          }))}
        />
      )}
      {item === 'new' || open !== undefined ? (
        <TemplateForm
          key={item ?? ''}
          stored={open ?? null}
          choices={choices.data}
          onMade={(id) => void navigate(`/administration/templates/${id}`, { replace: true })}
        />
      ) : templates.data.length === 0 ? (
        <None art={art} heading="template.noneTitle" text="template.noneText">
          <Button component={Link} to="/administration/templates/new" variant="filled" data-testid="admin-new">
            <Say k="template.new" />
          </Button>
        </None>
      ) : (
        <None art={art} heading={item === null ? 'template.chooseTitle' : 'admin.goneTitle'} text={item === null ? 'template.chooseText' : 'admin.goneText'} />
      )}
    </div>
  )
}

function Detail({ template }: { readonly template: Template }) {
  const t = useT()
  const channels = template.channels ?? []
  return (
    <>
      <Ltr>
        {'/'}
        <bdi>{template.shortcut}</bdi>
      </Ltr>
      {' · '}
      {channels.length === 0 ? <Say k="template.everyChannel" /> : channels.map((one) => t(KIND_WORD[kindOfChannel(one)])).join(t('template.and'))}
    </>
  )
}
