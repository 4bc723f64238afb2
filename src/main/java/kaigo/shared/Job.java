package kaigo.shared;

/** 職種 (the official code list is not public): the three that carry rights, and all others. A person may have several. */
public enum Job {
    /** 介護支援専門員; counts with its 8-digit number only (rulings 8). */
    CARE_MANAGER,
    /** 医師. */
    DOCTOR,
    /** 医師事務作業補助者. */
    MEDICAL_CLERK,
    OTHER
}
