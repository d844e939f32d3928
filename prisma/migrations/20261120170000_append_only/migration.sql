-- The trail and releases are written once. Rights already say so for the app's own role; these triggers say so for
-- every role, the embedded database's superuser included.
CREATE FUNCTION weft_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: rows are not changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_event_append_only
  BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION weft_refuse_change();

CREATE TRIGGER tool_version_immutable
  BEFORE UPDATE ON "tool_version"
  FOR EACH ROW EXECUTE FUNCTION weft_refuse_change();

CREATE TRIGGER tool_operation_immutable
  BEFORE UPDATE ON "tool_operation"
  FOR EACH ROW EXECUTE FUNCTION weft_refuse_change();
