-- The order of connections: where it is null, after all others and by id. (D52)
alter table erp_connection add column sync_priority integer;
