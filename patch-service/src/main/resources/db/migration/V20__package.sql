-- Signed packages. One row for every content that was ever offered, so that an offer's digest keeps its meaning.
create table package (
    sha256    text        primary key check (sha256 ~ '^sha256:[0-9a-f]{64}$'),
    -- SHA-256 of the root that vouches for it: under another root everything is signed anew
    root      text        not null,
    product   text        not null,
    kb        text        not null,
    -- the baseline, for made-up contents followed by the hotpatches that went into them
    lineage   text        not null,
    sequence  integer     not null,
    synthetic boolean     not null,
    imported  boolean     not null,
    signer    text        not null,
    signed_at timestamptz not null,
    replaced  boolean     not null default false,
    content   bytea       not null
);
create unique index package_offered on package (root, product, kb, lineage) where not replaced;

-- The development chain's keys and certificates: root, intermediate, signer, timestamp.
create table package_key (
    name        text  primary key,
    private_key bytea not null,
    certificate bytea not null
);
