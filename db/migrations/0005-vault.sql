-- Fields that lie sealed.
DELETE FROM migration WHERE 0;
