/** 介護WEBサービスの画面 of offices and clinics: 利用者一覧 and 利用者詳細. */
@NullMarked
package kaigo.viewing.web;

import org.jspecify.annotations.NullMarked;
