-- As for the embedded store.
alter table erp_connection add column sync_priority integer;
