-- Policies.
DELETE FROM migration WHERE 0;
