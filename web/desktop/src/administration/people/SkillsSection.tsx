import './people.css'
import { Button } from '@mantine/core'
import { IconVocabulary } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id, UserView } from '../../api/types.ts'
import { Say } from '../../i18n/Say.tsx'
import { Listed } from '../Listed.tsx'
import { useByName } from '../names.ts'
import { useUsers } from '../queries.ts'
import { None, Reading } from '../Sheet.tsx'
import { useSkill, useSkills } from './queries.ts'
import { SkillForm } from './SkillForm.tsx'
import { KINDS } from './words.ts'

/// What work may need, and who can do it how well: services, each with a skill of its own, and languages.
export function SkillsSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const skills = useSkills()
  const users = useUsers()
  const byName = useByName()
  if (skills.data === undefined || users.data === undefined) return <Reading error={skills.error ?? users.error} />
  const open = skills.data.find((one) => one.id === item)
  const art = <IconVocabulary size={32} stroke={1.4} aria-hidden />
  const made = (id: Id) => void navigate(`/administration/skills/${id}`, { replace: true })
  return (
    <div className={skills.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {skills.data.length > 0 && (
        <Listed
          section="skills"
          find="staff.findSkill"
          create="staff.newLanguage"
          entries={byName(skills.data, (one) => one.name).map((one) => ({
            id: one.id,
            words: `${one.name} ${one.code ?? ''}`,
            title: <bdi>{one.name}</bdi>,
            detail: (
              <>
                <Say k={KINDS[one.kind]} />
                {' · '}
                <Say k="staff.people" values={{ count: one.people }} />
              </>
            ),
          }))}
        />
      )}
      {item === 'new' ? (
        <SkillForm key="new" skill={null} users={users.data} onMade={made} />
      ) : open !== undefined ? (
        <Opened key={open.id} skill={open.id} users={users.data} />
      ) : skills.data.length === 0 ? (
        <None art={art} heading="staff.noSkillsTitle" text="staff.noSkillsText">
          <Button component={Link} to="/administration/skills/new" variant="filled" data-testid="admin-new">
            <Say k="staff.newLanguage" />
          </Button>
        </None>
      ) : (
        <None art={art} heading={item === null ? 'staff.chooseSkillTitle' : 'admin.goneTitle'} text={item === null ? 'staff.chooseSkillText' : 'admin.goneText'} />
      )}
    </div>
  )
}

function Opened({ skill, users }: { readonly skill: Id; readonly users: readonly UserView[] }) {
  const { data, error } = useSkill(skill)
  if (data === undefined) return <Reading error={error} />
  return <SkillForm skill={data} users={users} onMade={() => undefined} />
}
