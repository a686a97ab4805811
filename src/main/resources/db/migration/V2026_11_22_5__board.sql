-- The resource board: what helps, written by Haven's editors (seeded from data files) and by members.
--
-- board_resource   One row a resource, as it stands now. version counts every change, whatever it is, and is the ETag.
--                  author_id is null where the editors are the author; author_role is the author's role when it was
--                  published. steps are lines of one text: a step is a single line, and the words in it are searched
--                  like those of the body. removal_id names the removal that is in force, if any; it is a plain id
--                  because the removal already points back here.
--                  seed_key and seed_version say which data file a row came from; seed_digest is the digest of its
--                  content as it was loaded, so that an edited one is told from an untouched one.
-- board_theme      What a resource is about, one row each.
-- board_revision   The whole content after each edit, never changed afterwards. A number that is missing was a change
--                  of state. editor_id is null where a data file was loaded.
-- board_removal    Who took a resource off the board, on what rule, with what reason, and who brought it back. Kept
--                  after a restoration: the author may ask about it.
-- board_seed_load  One row: the digest of all data files as they were loaded last. A start that finds it unchanged is
--                  done after this one query; a start that does not locks it, so that of two nodes one loads.
--
-- Words are compared without regard to case and accents (uca1400_ai_ci); keys and names of values are exact (bin).
--
-- Indexes:
--   board_resource_seed      a data file makes one row, however many nodes start at once
--   board_resource_shelf     the list: what is published and not removed, already in the order it is shown in
--   board_resource_author    "mine", in the same order
--   board_resource_words     search. Built without stop words: "when he will not" is what people here write, and the
--                            default list would drop most of it
--   board_theme primary key  the filter by theme; board_theme_resource reads the themes of a page of resources
--   board_revision, board_removal  the history of one resource

create table board_resource (
    id           uuid         not null primary key,
    kind         varchar(16)  not null,
    title        varchar(120) collate utf8mb4_uca1400_ai_ci not null,
    summary      varchar(280) collate utf8mb4_uca1400_ai_ci not null,
    body         mediumtext   collate utf8mb4_uca1400_ai_ci not null,
    steps        text         collate utf8mb4_uca1400_ai_ci not null,
    minutes      int          not null,
    source       varchar(300),
    author_id    uuid,
    author_role  varchar(16)  not null,
    state        varchar(16)  not null,
    reviewed_on  date,
    removal_id   uuid,
    seed_key     varchar(80),
    seed_version int,
    seed_digest  varchar(64),
    version      int          not null,
    created_at   datetime(3)  not null,
    updated_at   datetime(3)  not null,
    unique key board_resource_seed (seed_key),
    key board_resource_shelf (state, removal_id, title, id),
    key board_resource_author (author_id, title, id),
    constraint board_resource_account foreign key (author_id) references account (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

set session innodb_ft_enable_stopword = 0;
create fulltext index board_resource_words on board_resource (title, summary, body, steps);
set session innodb_ft_enable_stopword = default;

create table board_theme (
    resource_id uuid        not null,
    theme       varchar(24) not null,
    primary key (theme, resource_id),
    key board_theme_resource (resource_id),
    constraint board_theme_of foreign key (resource_id) references board_resource (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table board_revision (
    resource_id uuid         not null,
    version     int          not null,
    at          datetime(3)  not null,
    editor_id   uuid,
    editor_role varchar(16)  not null,
    kind        varchar(16)  not null,
    title       varchar(120) not null,
    summary     varchar(280) not null,
    body        mediumtext   not null,
    steps       text         not null,
    minutes     int          not null,
    themes      varchar(200) not null,
    source      varchar(300),
    primary key (resource_id, version),
    constraint board_revision_of foreign key (resource_id) references board_resource (id) on delete cascade,
    constraint board_revision_account foreign key (editor_id) references account (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table board_removal (
    id                 uuid          not null primary key,
    resource_id        uuid          not null,
    rule_id            varchar(16)   not null,
    reason             varchar(1000) not null,
    moderator_id       uuid          not null,
    at                 datetime(3)   not null,
    restored_by        uuid,
    restored_at        datetime(3),
    restoration_reason varchar(1000),
    key board_removal_of (resource_id),
    constraint board_removal_resource foreign key (resource_id) references board_resource (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table board_seed_load (
    id     int         not null primary key check (id = 1),
    digest varchar(64) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert into board_seed_load (id, digest) values (1, '');
