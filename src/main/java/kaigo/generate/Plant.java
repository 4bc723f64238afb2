package kaigo.generate;

import kaigo.layout.ErrorId;

/** 植え付ける誤り: one way in which a record can be wrong, and what it must be told. */
interface Plant {

    ErrorId id();

    /** Whether this record, with the one before it, can be made wrong in this way. */
    boolean fits(PlantSite site);

    /** Makes it wrong. Answers the path of the item that is to be named, empty if the record as a whole is meant. */
    String damage(PlantSite site);
}
