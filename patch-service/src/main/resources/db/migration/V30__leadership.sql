-- Who decides for live fleets. A term is begun by raising it, and every action of a term reads the row under a share lock:
-- what a former leader still has in hand ends before the new term begins, or not at all.
create table leadership (
    name text primary key,
    term bigint not null,
    holder text not null,
    since timestamptz not null
) with (fillfactor = 50);
