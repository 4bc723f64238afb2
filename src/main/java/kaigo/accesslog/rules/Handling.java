package kaigo.accesslog.rules;

/** 扱い: a cell of the tables {@link Topic} and {@link Facet}. */
public enum Handling {
    SHOWN,
    HIDDEN,
    /** Of the reader itself, its own organisation or its own insured; of others hidden. */
    OWN,
    /** Hidden if a person whom it concerns is under 支援措置: where one is cared for tells where one lives. */
    UNLESS_PROTECTED,
    /** Without what tells of an inquiry. */
    UNLESS_INQUIRY
}
