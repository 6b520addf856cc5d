-- Administration of people reads who is in a team and who has a skill, and the audit log by who, what and when. Owned by org.hiwar.workspace.

create index app_user_of_team on app_user (workspace, team) where team is not null;
create index user_skill_of on user_skill (workspace, skill);

-- Newest first: of all, of one user, of one kind of thing (what stands before the dot).
create index audit_event_by_time on audit_event (workspace, at desc, id desc);
create index audit_event_by_user on audit_event (workspace, user_id, at desc, id desc);
create index audit_event_by_kind on audit_event (workspace, split_part(what, '.', 1), at desc, id desc);
