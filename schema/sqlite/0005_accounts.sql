-- Who may do what: names to sign in by, devices that are signed in, invitations, attempts to guess a
-- secret, and what was done with the rights. No secret is in here, only what it can be checked by.

-- A person of person who can sign in. Those who have not chosen a secret yet have no row.
CREATE TABLE account (
    tenant     INTEGER NOT NULL,
    person     INTEGER NOT NULL,
    login      TEXT NOT NULL CHECK (login <> ''), -- as inventory/account.h folds it
    secret     TEXT NOT NULL CHECK (secret <> ''), -- argon2id with its salt and costs, as web/secret.h has it
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, person),
    UNIQUE (tenant, login),
    FOREIGN KEY (tenant, person) REFERENCES person
) STRICT, WITHOUT ROWID;

-- A device on which somebody is signed in. One that has ended goes.
CREATE TABLE visit (
    tenant   INTEGER NOT NULL,
    id       INTEGER NOT NULL CHECK (id > 0),
    person   INTEGER NOT NULL,
    token    BLOB NOT NULL CHECK (length(token) = 32), -- SHA-256 of what its cookie says
    device   TEXT NOT NULL DEFAULT '',                 -- "WeChat, Android"
    began_at INTEGER NOT NULL,
    seen_at  INTEGER NOT NULL,
    ends_at  INTEGER NOT NULL,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, token),
    FOREIGN KEY (tenant, person) REFERENCES person
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_person ON visit (tenant, person);

-- Good once, until ends_at: for a new person of this role and area, or (person) for one who is known to
-- choose a new secret.
CREATE TABLE invite (
    tenant   INTEGER NOT NULL,
    id       INTEGER NOT NULL CHECK (id > 0),
    code     BLOB NOT NULL CHECK (length(code) = 32), -- SHA-256 of what was printed
    role     TEXT NOT NULL CHECK (role IN ('volunteer', 'secretary', 'office')),
    area     INTEGER NOT NULL REFERENCES area,
    name     TEXT NOT NULL DEFAULT '', -- whom it is meant for
    person   INTEGER,
    first    INTEGER NOT NULL DEFAULT 0 CHECK (first IN (0, 1)), -- only while there is no office account
    made_by  INTEGER,                  -- NULL: at the machine itself
    made_at  INTEGER NOT NULL,
    ends_at  INTEGER NOT NULL,         -- brought forward where it is taken back
    used_at  INTEGER,
    used_by  INTEGER,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, code),
    FOREIGN KEY (tenant, person) REFERENCES person,
    CHECK ((used_at IS NULL) = (used_by IS NULL))
) STRICT, WITHOUT ROWID;

-- Wrong guesses in a row: at a login, whether there is such a one or not, or from an address.
CREATE TABLE attempt (
    tenant   INTEGER NOT NULL,
    subject  BLOB NOT NULL CHECK (length(subject) = 32), -- SHA-256: people type secrets where names belong
    failures INTEGER NOT NULL CHECK (failures > 0),
    at       INTEGER NOT NULL, -- of the last
    PRIMARY KEY (tenant, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempt_at ON attempt (tenant, at); -- by which they are forgotten

-- Every administrative act. It only grows.
CREATE TABLE audit_log (
    tenant INTEGER NOT NULL REFERENCES tenant,
    id     INTEGER NOT NULL CHECK (id > 0),
    at     INTEGER NOT NULL,
    person INTEGER,                  -- NULL: at the machine itself
    act    TEXT NOT NULL CHECK (act <> ''),
    area   INTEGER NOT NULL REFERENCES area,
    what   TEXT NOT NULL DEFAULT '', -- to which box, person, medicine
    detail TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_log_stays BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_log_remains BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

-- Where shortages are told to, and which ones: each is told once when it begins, once when it ends.
CREATE TABLE hook (
    tenant   INTEGER NOT NULL REFERENCES tenant,
    id       INTEGER NOT NULL CHECK (id > 0),
    area     INTEGER NOT NULL REFERENCES area, -- of the boxes that it is told of
    name     TEXT NOT NULL CHECK (name <> ''),
    format   TEXT NOT NULL CHECK (format IN ('json', 'wecom', 'dingtalk', 'feishu')),
    url      TEXT NOT NULL CHECK (url <> ''),
    key      TEXT NOT NULL DEFAULT '', -- that the robot wants messages signed with
    made_at  INTEGER NOT NULL,
    told_at  INTEGER,                  -- when it last took a message
    failure  TEXT NOT NULL DEFAULT '', -- why it took the last one not
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hook_told (
    tenant INTEGER NOT NULL,
    hook   INTEGER NOT NULL,
    box    INTEGER NOT NULL,
    type   INTEGER NOT NULL REFERENCES drug_type,
    age    INTEGER NOT NULL CHECK (age IN (0, 1, 2)),
    at     INTEGER NOT NULL,
    PRIMARY KEY (tenant, hook, box, type, age),
    FOREIGN KEY (tenant, hook) REFERENCES hook,
    FOREIGN KEY (tenant, box) REFERENCES box
) STRICT, WITHOUT ROWID;
