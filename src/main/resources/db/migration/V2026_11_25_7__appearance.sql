-- Who is seen by name.
--
-- membership.named: whether the others in the room see this member's name while they are there. Nobody does unless its owner
-- says so; that somebody is there is counted for everybody alike.

alter table membership add column named boolean not null default false;
