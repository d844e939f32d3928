-- CreateIndex
CREATE INDEX "notification_waiting_mail_idx" ON "notification"("created_at", "id") WHERE (mail = 'waiting');
