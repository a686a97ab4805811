-- How people leave for good, and what is left in rooms where they spoke.
--
-- erasure: one row for each account that is to be erased. Until due_at its person may take it back; state_before is how the
-- account stood before, and stands again then. line is their choice: whether a neutral line stays in the place of each of
-- their messages. The row goes with the account, as the last that is known of either.
--
-- account.state ERASING: due_at has come. The account has no handle, no password and no session any more, nothing leads back
-- from there, and what it left is deleted in portions. Whatever stops that, the next run finds the row and goes on.
--
-- entry kind ERASED: the number of a message whose author has been erased. Of the message nothing but number and time is
-- left. Entry kind ERASURE: from here on the messages in targets (their numbers, separated by commas) are erased. In both,
-- line says whether a line is shown in the place of a message. Promise: who reads the erased entries, and who has read the
-- messages and then the erasure, have the same picture.
--
-- removal.removed_by, board_removal.moderator_id: null once the moderator has been erased. The rule and the reason stay, since
-- they were told to somebody else.

alter table account
    drop constraint account_state,
    add constraint account_state check (state in ('WAITING', 'ACTIVE', 'RESTING', 'LEAVING', 'ERASING'));

create table erasure (
    account_id   uuid        not null primary key,
    line         boolean     not null,
    state_before varchar(16) not null,
    asked_at     datetime(3) not null,
    due_at       datetime(3) not null,
    index erasure_due (due_at),
    constraint erasure_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

alter table entry
    modify column kind varchar(16) not null
        check (kind in ('MESSAGE', 'REMOVED', 'RESTORED', 'ROOM_CHANGED', 'ERASED', 'ERASURE')),
    add column line boolean after target,
    add column targets varchar(4000) character set ascii collate ascii_bin after line,
    add constraint entry_line check ((kind in ('ERASED', 'ERASURE')) = (line is not null)),
    add constraint entry_targets check ((kind = 'ERASURE') = (targets is not null)),
    add constraint entry_erased check (kind <> 'ERASED' or (author_id is null and client_key is null and text is null
        and need is null and content_note is null and reply_to is null));

alter table removal modify column removed_by uuid;
alter table board_removal modify column moderator_id uuid;

-- download: what somebody may take away of all that Haven keeps about them. The file is in the data folder of the server that
-- made it (node) and nowhere else; whatever file has no row is deleted, and so is a row whose time is over. done and total count
-- what is read for it.

create table download (
    id         uuid        not null primary key,
    account_id uuid        not null,
    node       uuid        not null,
    state      varchar(16) not null check (state in ('WAITING', 'WORKING', 'READY', 'FAILED')),
    done       bigint      not null,
    total      bigint      not null,
    bytes      bigint      not null,
    asked_at   datetime(3) not null,
    expires_at datetime(3) not null,
    index download_account (account_id, asked_at),
    index download_node (node, expires_at),
    constraint download_account_id foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
