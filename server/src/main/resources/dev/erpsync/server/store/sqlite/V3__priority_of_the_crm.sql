-- The order of replication. The id 0 stands for the CRM, which is no connection. (D52)
create table sync_priority (
  erp_connection_id integer primary key,
  priority          integer not null
);
insert into sync_priority
  select erp_connection_id, sync_priority from erp_connection where sync_priority is not null;
alter table erp_connection drop column sync_priority;
