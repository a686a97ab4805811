-- How people stand, by their own decision, and how sure Haven is that it is them.
--
-- account.state: WAITING until somebody approves the account, where newcomers are approved; RESTING while its person wishes to
-- be out of sight; LEAVING once they have asked to be erased and may still take it back; ACTIVE otherwise.
--
-- session.proven_at: when password or second factor was last asked for and was right, in this session. The first time is the
-- sign-in.

alter table account
    add column state varchar(16) not null default 'ACTIVE' after role,
    add constraint account_state check (state in ('WAITING', 'ACTIVE', 'RESTING', 'LEAVING'));

alter table session add column proven_at datetime(3) after rotated_at;
update session set proven_at = created_at;
alter table session modify column proven_at datetime(3) not null;
