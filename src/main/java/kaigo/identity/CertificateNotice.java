package kaigo.identity;

/** 証明書の案内: where somebody without a good certificate is sent, within the request. */
public final class CertificateNotice {

    public static final String PATH = "/office/certificate";

    /** Attribute of the request: the {@link kaigo.api.ApiError}. */
    public static final String PROBLEM = CertificateNotice.class.getName() + ".problem";

    private CertificateNotice() {}
}
