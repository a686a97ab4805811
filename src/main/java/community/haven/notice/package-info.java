/**
 * What one person is told and nobody else: each with its rule and reason where there is one, and with what happens next.
 * {@link community.haven.notice.Notices} tells it; the features above say what.
 */
package community.haven.notice;
