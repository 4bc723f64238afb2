package kaigo.screens;

import java.io.Serializable;
import java.security.Principal;

/** サインイン中の人, as pages show it. Whether the account still is as it was is asked at every request. */
public interface SignedIn extends Principal, Serializable {

    Part part();

    /** 保険者番号, 事業所番号 or another number of the organisation. */
    String organisationNumber();

    String organisationName();

    String displayName();
}
