-- Close to the vendor's documented tables (ErpConnector, ErpConnection, ErpConnectionAccess, ConnectionConfigField,
-- ErpInternalKey, ErpExternalKey). Types of actors are stored by name, so that a row says what it is.

create table erp_connector (
  erp_connector_id integer primary key,
  display_name     text,
  url              text,
  deleted          boolean not null
);

create table erp_connection (
  erp_connection_id     integer primary key,
  erp_connector_id      integer not null references erp_connector,
  display_name          text,
  display_description   text,
  active                boolean not null,
  connection_id         text not null unique,
  most_recent_timestamp text,
  all_access            boolean not null,
  deleted               boolean not null
);

create table connection_config_field (
  connection_config_field_id integer primary key,
  erp_connection_id          integer not null references erp_connection,
  field_key                  text not null,
  field_value                text,
  unique (erp_connection_id, field_key)
);

-- A list may name the same id twice; it is kept as it was given.
create table erp_connection_access (
  erp_connection_access_id integer primary key,
  erp_connection_id        integer not null references erp_connection,
  user_group_id            integer,
  associate_id             integer,
  check ((user_group_id is null) <> (associate_id is null))
);
create index erp_connection_access_connection on erp_connection_access (erp_connection_id);

create table erp_internal_key (
  erp_internal_key_id integer primary key,
  crm_actor_type      text not null,
  record_id           integer not null,
  unique (record_id, crm_actor_type)
);

-- The two unique indexes are the rule that a link is unique on either side of its connection (D30).
create table erp_external_key (
  erp_external_key_id integer primary key,
  erp_internal_key_id integer not null references erp_internal_key,
  erp_connection_id   integer not null references erp_connection,
  actor_type          text not null,
  erp_key             text not null,
  unique (erp_connection_id, erp_internal_key_id),
  unique (erp_connection_id, actor_type, erp_key)
);

-- What was written to the CRM's and to the ERP's side: there is neither here.
create table crm_field_value (
  crm_actor_type text not null,
  record_id      integer not null,
  crm_field_key  text not null,
  value          text,
  primary key (crm_actor_type, record_id, crm_field_key)
);

create table erp_field_value (
  erp_connection_id integer not null references erp_connection,
  actor_type        text not null,
  erp_key           text not null,
  crm_field_key     text not null,
  value             text,
  primary key (erp_connection_id, actor_type, erp_key, crm_field_key)
);
