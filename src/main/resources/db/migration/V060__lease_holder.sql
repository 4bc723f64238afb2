-- Who holds a lease: the number of an advisory lock that the holder's session keeps. A lease whose holder is gone is free
-- at once; without a number it ends by its time.
alter table intake.file add column lease_by integer;
alter table insured.link_lane add column lease_by integer;
